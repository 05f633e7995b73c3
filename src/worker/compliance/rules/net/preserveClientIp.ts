/** MLPS-NET-012: an application behind a proxy knows the address of its client. */
import type { Deployment } from '../../deployment/deployment';
import { insertBehind, placeOfWords } from '../../documents/nginx/nginxEdits';
import { allBlocks, type NginxSettings } from '../../documents/nginx/nginxSettings';
import { passesOf } from '../../documents/nginx/nginxTargets';
import type { WorkspaceFiles } from '../../files';
import { type Edit, placeIn } from '../../model/value';
import { believedAddresses, letsThrough, type UntoldClient, untoldClients } from '../../readings/clientAddress';
import { loggedAddresses, readsProxy, trustedHeaders } from '../../readings/flaskClientAddress';
import { insecureEntryPoints } from '../../readings/insecureEntryPoints';
import { frontProxies, trustedHops } from '../../readings/trustedHops';
import type { Rule, RuleContext } from '../rule';

const REAL_IP = 'proxy_set_header X-Real-IP $remote_addr;';
const FORWARDED = 'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;';
const ANYBODY = /^(?:0\.0\.0\.0|::)\/0$/;

export const preserveClientIp: Rule = {
  id: 'MLPS-NET-012',
  name: 'preserve-client-ip',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['nginx', 'traefik', 'compose', 'shell', 'python'],
  clauses: ['~8.1.3.5 b', '8.1.4.3 b'],
  rows: ['C17'],
  peers: [],
  title: { en: 'Pass on the address of the client', 'zh-cn': '须传递客户端地址' },
  why: {
    en: 'Behind a proxy every request comes from the proxy: without the header, the records of the application name one address for all. Level 3 asks that a record tells who did something, and from where.',
    'zh-cn':
      '经过代理后，所有请求都来自代理：没有该请求头，应用的日志中只有同一个地址。等保三级要求审计记录包括事件的主体和来源。',
  },
  remedy: {
    en: 'Set `X-Real-IP $remote_addr` and `X-Forwarded-For $proxy_add_x_forwarded_for` beside each `proxy_pass`: one `proxy_set_header` in a location drops all from above. Let the application trust as many hops as there are proxies, in Flask `ProxyFix(app.wsgi_app, x_for=1)`. `set_real_ip_from` names the balancer in front, never everybody.',
    'zh-cn':
      '请在每个 `proxy_pass` 旁设置 `X-Real-IP $remote_addr` 和 `X-Forwarded-For $proxy_add_x_forwarded_for`：location 中只要有一条 `proxy_set_header`，上层的就全部失效。应用应按代理的层数信任，Flask 用 `ProxyFix(app.wsgi_app, x_for=1)`。`set_real_ip_from` 只写前面的负载均衡器，不可写所有地址。',
  },
  messages: {
    unset: {
      en: 'The application behind does not learn the address of the client. Set X-Real-IP and X-Forwarded-For.',
      'zh-cn': '后端应用无法得知客户端地址。请设置 X-Real-IP 和 X-Forwarded-For。',
    },
    dropped: {
      en: 'The headers that are set here drop those from above, the address of the client among them. Set X-Real-IP and X-Forwarded-For here, too.',
      'zh-cn': '此处设置的请求头使上层的全部失效，包括客户端地址。请在此处也设置 X-Real-IP 和 X-Forwarded-For。',
    },
    above: { en: 'This one does not hold in the block.', 'zh-cn': '该设置在该块中不生效。' },
    anybody: {
      en: 'Whoever sends the header chooses the address that is recorded. Name the addresses of the proxies in front.',
      'zh-cn': '任何人发送该请求头即可伪造被记录的地址。请写明前置代理的地址。',
    },
    believed: {
      en: 'This passes on what the client itself wrote into the header, so it chooses the address that is recorded. Write {own}; behind another proxy name it with set_real_ip_from.',
      'zh-cn':
        '此处原样转发客户端自己填写的请求头，被记录的地址可由其任意指定。请写 {own}；若前面还有代理，请用 set_real_ip_from 写明其地址。',
    },
    own: { en: 'Write {own}', 'zh-cn': '改为 {own}' },
    insecure: {
      en: 'Whoever sends the header chooses the address that is recorded. Name the addresses of the proxies in front with `trustedIPs`.',
      'zh-cn': '任何人发送该请求头即可伪造被记录的地址。请用 `trustedIPs` 写明前置代理的地址。',
    },
    logged: {
      en: 'Behind a proxy this is the address of the proxy. Wrap the application: `ProxyFix(app.wsgi_app, x_for=1)`.',
      'zh-cn': '经过代理后，此处记录的是代理的地址。请包装应用：`ProxyFix(app.wsgi_app, x_for=1)`。',
    },
    trusted: {
      en: 'Whoever asks may write this header. Count the proxies instead: `ProxyFix(app.wsgi_app, x_for=1)` and `request.remote_addr`.',
      'zh-cn':
        '任何请求者都可伪造该请求头。请按代理层数信任：使用 `ProxyFix(app.wsgi_app, x_for=1)` 和 `request.remote_addr`。',
    },
    through: {
      en: 'This reads X-Forwarded-For, which the proxy does not set: what the client wrote there itself comes through and is recorded. Set it beside `proxy_pass`: `proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;`.',
      'zh-cn':
        '此处读取 X-Forwarded-For，但代理没有设置它：客户端自己填写的内容会原样传入并被记录。请在 `proxy_pass` 旁设置 `proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;`。',
    },
    hops: {
      en: 'This believes {hops} proxies, and the files show {count}. Where there are no others, the client writes the address that is recorded: `x_for={count}`.',
      'zh-cn':
        '此处信任 {hops} 层代理，而文件中只有 {count} 层。如没有其他代理，被记录的地址可由客户端任意填写：应为 `x_for={count}`。',
    },
    proxy: { en: 'The proxy in front.', 'zh-cn': '前面的代理。' },
    add: { en: 'Set X-Real-IP and X-Forwarded-For', 'zh-cn': '设置 X-Real-IP 和 X-Forwarded-For' },
  },
  check: {
    deployment(deployment, { files, report }) {
      for (const { place, service } of insecureEntryPoints(deployment, files))
        report({ place, message: 'insecure', service });
      judgeHops(deployment, files, report);
      for (const module of deployment.own('python')) {
        for (const place of trustedHeaders(module)) report({ place: placeIn(module, place), message: 'trusted' });
        const logged = loggedAddresses(module);
        if (logged.length === 0 || module.isExcerpt || readsProxy(module)) continue;
        if (deployment.all('python', /ProxyFix/).some(readsProxy)) continue;
        // Without a proxy in sight the service may stand alone.
        const pass = deployment.all('nginx', /proxy_pass/).flatMap(passesOf)[0]?.directive.namePlace;
        const related = pass && [{ place: pass, message: 'proxy' }];
        for (const place of logged)
          report({ place: placeIn(module, place), message: 'logged', severity: pass ? undefined : 'info', related });
      }
    },
    nginx(settings, { report }) {
      for (const untold of untoldClients(settings)) {
        const { pass, dropped } = untold;
        report({
          place: pass.directive.namePlace,
          message: dropped.length > 0 ? 'dropped' : 'unset',
          related: dropped.map((directive) => ({ place: directive.namePlace, message: 'above' })),
          fixes: () => [{ safe: false, title: 'add', edits: headersFor(settings, untold) }],
        });
      }
      for (const directive of believedAddresses(settings)) {
        const value = directive.words[1]!.place;
        const own = /for/i.test(directive.words[0]!.text) ? '$proxy_add_x_forwarded_for' : '$remote_addr';
        report({
          place: value,
          message: 'believed',
          data: { own },
          fixes: () => [{ safe: false, title: 'own', edits: [{ ...value, newText: own }] }],
        });
      }
      for (const { directives } of allBlocks(settings.root))
        for (const directive of directives)
          if (directive.name === 'set_real_ip_from' && ANYBODY.test(directive.words[0]?.text ?? ''))
            report({ place: placeOfWords(directive), message: 'anybody' });
    },
  },
};

/** What an application believes of the proxies in front of it. */
function judgeHops(deployment: Deployment, files: WorkspaceFiles, report: RuleContext['report']): void {
  const trusted = deployment.own('python').flatMap(trustedHops);
  if (trusted.length === 0) return;
  const { passes, count, isNginxAlone } = frontProxies(deployment, files);
  if (!isNginxAlone) return;
  // Which pass leads to the application is not told where they differ.
  const isThrough = passes.every((pass) => letsThrough(pass).length > 0);
  const related = passes.slice(0, 1).map(({ directive }) => ({ place: directive.namePlace, message: 'proxy' }));
  for (const { place, hops } of trusted) {
    if (isThrough) report({ place, message: 'through', related });
    else if (hops > count) report({ place, message: 'hops', severity: 'info', data: { hops, count } });
  }
}

/** Beside the headers that hold there, so that none of them is dropped; else behind `proxy_pass`. */
const headersFor = (settings: NginxSettings, { pass, set }: UntoldClient): Edit[] | undefined =>
  insertBehind(settings, set.at(-1) ?? pass.directive, [REAL_IP, FORWARDED]);
