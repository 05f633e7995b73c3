/**
 * Pages that send everybody on to an address in their query: host, beginning of the path, field.
 * Collected in November 2026 after the addresses that these sites put into their own pages; above
 * each group stands a public list that names the same pages, looked up on 2026-11-30.
 */
const REDIRECTORS: readonly (readonly [host: string, path: string, field: string])[] = [
  // github.com/ClearURLs/Rules, data.min.json at 01428681: "redirections".
  ['www.google.com', '/url', 'q'],
  ['www.google.com', '/url', 'url'],
  ['www.google.com.hk', '/url', 'q'],
  ['www.youtube.com', '/redirect', 'q'],
  ['l.facebook.com', '/l.php', 'u'],
  ['lm.facebook.com', '/l.php', 'u'],
  ['l.instagram.com', '/', 'u'],
  ['vk.com', '/away.php', 'to'],
  ['out.reddit.com', '/', 'url'],
  ['steamcommunity.com', '/linkfilter', 'url'],
  ['click.linksynergy.com', '/deeplink', 'murl'],
  // github.com/macieklamberski/urlpurify, README.md at 001cc541 and src/unwraps: awin.ts,
  // linkedin.ts, slack.ts.
  ['www.awin1.com', '/cread.php', 'ued'],
  ['www.linkedin.com', '/redir/redirect', 'url'],
  ['www.linkedin.com', '/safety/go', 'url'],
  ['slack-redir.net', '/link', 'url'],
  ['www.douban.com', '/link2/', 'url'],
  // github.com/TanixLu/auto-redirect, README.md at 50ae5ae5: its examples.
  ['link.zhihu.com', '/', 'target'],
  ['link.csdn.net', '/', 'target'],
  ['link.juejin.cn', '/', 'target'],
  ['gitee.com', '/link', 'target'],
  ['www.oschina.net', '/action/GoToLink', 'url'],
  ['c.pc.qq.com', '/', 'pfurl'],
  ['jump.bdimg.com', '/safecheck/index', 'url'],
  ['weibo.cn', '/sinaurl', 'u'],
  // greasyfork.org/scripts/377099, version 1.2.1.
  ['link.jianshu.com', '/', 't'],
  // No public list was found that names these.
  ['l.wl.co', '/l', 'u'],
  ['passport.weibo.com', '/visitor/visitor', 'url'],
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
