/**
 * Hosts whose addresses stand for another one that cannot be seen: services that shorten addresses,
 * and those that make QR codes whose target can be changed later. Names as the services give them on
 * their own sites, collected in November 2026; a name that is missing is only not pointed out.
 */
export const SHORTENERS: ReadonlySet<string> = new Set(
  (
    'adf.ly amzn.eu amzn.to apple.co b23.tv bc.vc bit.do bit.ly bitly.com bl.ink buff.ly clck.ru cutt.ly db.tt dlvr.it dub.sh ' +
    'dwz.cn fb.me flip.it fb.watch git.io goo.by goo.gl goo.su hubs.ly ibm.biz ift.tt is.gd j.mp kutt.it linktr.ee lnkd.in ' +
    'lnk.to maps.app.goo.gl me-qr.com me2.do nyti.ms onelink.me ow.ly page.link po.st q-r.to qr.ae qr.page qrco.de qrcd.org ' +
    'qrto.org rb.gy rebrand.ly reurl.cc s.id s.click.taobao.com scnv.io shor.by short.gy short.io shorturl.at smarturl.it ' +
    'snip.ly soo.gd spoti.fi su.pr surl.li suo.im suo.nz t.cn t.co t.ly tb.cn tiny.cc tiny.one tinyurl.com tr.im trib.al ' +
    'u.jd.com u.nu u.to url.cn urlz.fr v.gd v.ht w.url.cn wa.link x.gd zpr.io 163.fm 3.cn 985.so ' +
    '1drv.ms aka.ms g.co forms.gle'
  ).split(' '),
);
