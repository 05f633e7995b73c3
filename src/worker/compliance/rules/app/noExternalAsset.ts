/** MLPS-APP-008: a page brings along what it needs, and asks no other host for it. */
import { type Load, loadsOf } from '../../documents/jinja/templateLoads';
import type { WebTemplate } from '../../documents/jinja/webTemplate';
import { fileName } from '../../files';
import { matchesGlob } from '../../glob';
import type { Rule } from '../rule';
import { textList } from '../textList';

export const noExternalAsset: Rule = {
  id: 'MLPS-APP-008',
  name: 'no-external-asset',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['jinja', 'python'],
  clauses: ['~8.1.3.1 c', '~8.1.4.7 a'],
  rows: ['C10', 'C75'],
  peers: [],
  options: {
    hosts: {
      default: [],
      description: {
        en: 'Hosts that pages may load from: `static.example.com`, `*.example.com`. Scripts and style sheets from there need `integrity`.',
        'zh-cn':
          '页面可加载资源的主机：`static.example.com`、`*.example.com`。来自这些主机的脚本和样式表须带 `integrity`。',
      },
    },
  },
  title: { en: 'Load nothing from other hosts', 'zh-cn': '页面不得从外部主机加载资源' },
  why: {
    en: 'What a page loads from elsewhere is missing in a network without internet, tells the other host who looks at which page, and as a script it may do everything that the user may. Level 3 asks for control of connections to the outside, and for integrity of what is transmitted.',
    'zh-cn':
      '从别处加载的资源在内网中不可用，会向对方主机透露谁在浏览哪个页面；若为脚本，还能执行该用户可做的一切。等保三级要求管控外联行为，并保证传输的完整性。',
  },
  remedy: {
    en: 'Put a copy below `static` and name it by `url_for(\'static\', filename=…)`. Where a host is allowed by the option `hosts`, add `integrity="sha384-…"` and `crossorigin="anonymous"`.',
    'zh-cn':
      '请在 `static` 下放一份副本，并用 `url_for(\'static\', filename=…)` 引用。选项 `hosts` 允许的主机，请加上 `integrity="sha384-…"` 和 `crossorigin="anonymous"`。',
  },
  messages: {
    external: {
      en: 'The page loads this from {host}: without internet it is missing, and that host learns who looks at the page. Use a local copy.',
      'zh-cn': '页面从 {host} 加载此资源：离线时不可用，且该主机可获知谁在浏览。请使用本地副本。',
    },
    integrity: {
      en: 'Whatever {host} sends is executed. Add integrity with the hash of the file.',
      'zh-cn': '{host} 发送的任何内容都会被执行。请添加 integrity 及该文件的哈希值。',
    },
  },
  check: {
    template(template, { report, option }) {
      const { uri } = template;
      if (isMail(uri)) return;
      const allowed = textList(option('hosts'));
      const seen = new Set<Load['tag']>();
      for (const load of loadsOf(template)) {
        const { host, tag, start, end, isCode } = load;
        if (isInside(host) || seen.has(tag) || isChosen(template, tag.start)) continue;
        const isAllowed = allowed.some((glob) => matchesGlob(glob.toLowerCase(), host));
        if (isAllowed && (!isCode || tag.attributes.some(({ name }) => name === 'integrity'))) continue;
        seen.add(tag);
        report({ place: { uri, start, end }, message: isAllowed ? 'integrity' : 'external', data: { host } });
      }
    },
  },
};

/** A machine of one's own network. */
const isInside = (host: string): boolean =>
  !host.includes('.') ||
  /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\.[\d.]+$|\.(?:local|localhost|internal|intranet|lan|corp|home|localdomain)$/.test(
    host,
  );

/** Whoever runs the application says whether it is loaded. */
const isChosen = (template: WebTemplate, offset: number): boolean =>
  template
    .conditionsAt(offset)
    .some(({ tokens }) =>
      tokens.some(({ text }) =>
        /cdn|offline|online|external|debug|\bdev|local|analytics|captcha|sentry|gtag|matomo/i.test(text),
      ),
    );

/** A mail loads what it shows from elsewhere. */
const isMail = (uri: string): boolean =>
  /\/(?:e?mails?|mailers?|newsletters?|notifications?)\//i.test(`/${uri}`) ||
  /(?:^|[._-])(?:e?mail|newsletter)(?:[._-]|$)/i.test(fileName(uri));
