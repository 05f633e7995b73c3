/**
 * Pages that send everybody on to an address in their query: host, beginning of the path, field. As
 * the addresses that these sites put into their own pages look, collected in November 2026.
 */
const REDIRECTORS: readonly (readonly [host: string, path: string, field: string])[] = [
  ['www.google.com', '/url', 'q'],
  ['www.google.com', '/url', 'url'],
  ['www.google.com.hk', '/url', 'q'],
  ['www.youtube.com', '/redirect', 'q'],
  ['l.facebook.com', '/l.php', 'u'],
  ['lm.facebook.com', '/l.php', 'u'],
  ['l.instagram.com', '/', 'u'],
  ['l.wl.co', '/l', 'u'],
  ['www.linkedin.com', '/redir/redirect', 'url'],
  ['www.linkedin.com', '/safety/go', 'url'],
  ['vk.com', '/away.php', 'to'],
  ['out.reddit.com', '/', 'url'],
  ['steamcommunity.com', '/linkfilter', 'url'],
  ['slack-redir.net', '/link', 'url'],
  ['www.awin1.com', '/cread.php', 'ued'],
  ['click.linksynergy.com', '/deeplink', 'murl'],
  ['link.zhihu.com', '/', 'target'],
  ['link.csdn.net', '/', 'target'],
  ['link.juejin.cn', '/', 'target'],
  ['link.jianshu.com', '/', 't'],
  ['gitee.com', '/link', 'target'],
  ['www.oschina.net', '/action/GoToLink', 'url'],
  ['c.pc.qq.com', '/', 'pfurl'],
  ['jump.bdimg.com', '/safecheck/index', 'url'],
  ['weibo.cn', '/sinaurl', 'u'],
  ['passport.weibo.com', '/visitor/visitor', 'url'],
  ['www.douban.com', '/link2/', 'url'],
];

/** What such a field is called on sites that are not listed. */
const FIELDS: ReadonlySet<string> = new Set(
  'url u uri link to target dest destination redirect redirect_to redirect_url redirecturl redir goto go jump out'.split(
    ' ',
  ),
);

/** The host that an address sends on to, where it names one in its query. */
export function redirectsTo({ hostname, pathname, searchParams }: URL): string | undefined {
  const listed = REDIRECTORS.filter(([host, path]) => host === hostname && pathname.startsWith(path));
  let found: string | undefined;
  searchParams.forEach((value, name) => {
    if (found !== undefined || (!listed.some(([, , field]) => field === name) && !FIELDS.has(name.toLowerCase())))
      return;
    if (!/^(?:https?:)?\/\//i.test(value) || !URL.canParse(value, 'https://x')) return;
    const target = new URL(value, 'https://x').hostname;
    if (target !== hostname) found = target;
  });
  return found;
}
