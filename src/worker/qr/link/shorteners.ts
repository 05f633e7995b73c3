/**
 * Hosts whose addresses stand for another one that cannot be seen: services that shorten addresses,
 * and those that make QR codes whose target can be changed later. Names as the services give them on
 * their own sites, collected in November 2026, in groups by whether a public list has them too:
 * github.com/PeterDaveHello/url-shorteners, looked up on 2026-11-30.
 */

/** In its `list` at 0137a431. */
const LISTED =
  '1drv.ms 3.cn 985.so adf.ly aka.ms amzn.to apple.co b23.tv bc.vc bit.ly bitly.com bl.ink buff.ly clck.ru cutt.ly ' +
  'db.tt dlvr.it dub.sh fb.me fb.watch flip.it forms.gle g.co git.io goo.by goo.gl goo.su hubs.ly ibm.biz ift.tt ' +
  'is.gd j.mp kutt.it lnkd.in nyti.ms ow.ly qr.ae qrco.de rb.gy rebrand.ly reurl.cc s.id short.gy shorturl.at ' +
  'smarturl.it snip.ly spoti.fi suo.im surl.li t.cn t.co t.ly tiny.cc tiny.one tinyurl.com trib.al u.nu u.to url.cn ' +
  'urlz.fr v.gd wa.link x.gd zpr.io';

/** In its `inactive` at 018ecad5: given up, at least for now; of tb.cn its `list` has m.tb.cn. */
const GIVEN_UP = 'bit.do po.st soo.gd su.pr tb.cn tr.im';

/** In neither: short names of platforms and shops, and makers of QR codes. */
const OTHERS =
  '163.fm amzn.eu dwz.cn linktr.ee lnk.to maps.app.goo.gl me-qr.com me2.do onelink.me page.link q-r.to qr.page ' +
  'qrcd.org qrto.org s.click.taobao.com scnv.io shor.by short.io suo.nz u.jd.com v.ht w.url.cn';

/** A name that is missing is only not pointed out. */
export const SHORTENERS: ReadonlySet<string> = new Set([LISTED, GIVEN_UP, OTHERS].join(' ').split(' '));
