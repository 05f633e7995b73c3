/** MLPS-NET-010: clients reach a site over TLS, and plain HTTP only leads there. */
import { indentOf, placeOfWords } from '../../documents/nginx/nginxEdits';
import { listensOf, type NginxListen } from '../../documents/nginx/nginxListen';
import {
  httpServers,
  inForce,
  isUnset,
  type NginxBlock,
  type NginxSettings,
} from '../../documents/nginx/nginxSettings';
import { lineBreakOf } from '../../documents/text/lines';
import { wholeLine } from '../../documents/text/wholeLine';
import type { WorkspaceFiles } from '../../files';
import type { Container, PublishedPort } from '../../model/container';
import { boundToAllInterfaces, portRangeText } from '../../model/port';
import type { Edit, Place } from '../../model/value';
import { plainSites } from '../../readings/plainCaddySite';
import { plainRoutes } from '../../readings/plainRoutes';
import { isProxyContainer } from '../../readings/proxyContainer';
import { isBehindTls, plainListens, servesPlainly } from '../../readings/servedPlainly';
import type { Rule } from '../rule';

/** Texts of what passes requests on, and of what may speak TLS. */
const PASSES = /_pass|reverse_proxy|fastcgi|loadBalancer/;
const TLS_TEXT = /443/;

/** Where the fix expects the certificate and its key. */
const CERTIFICATE = '/etc/nginx/tls/server.crt';
const KEY = '/etc/nginx/tls/server.key';
/** The ports of TLS beside those of plain HTTP. */
const TLS_PORT: ReadonlyMap<number, number> = new Map([
  [80, 443],
  [8080, 8443],
]);

export const tlsAtProxy: Rule = {
  id: 'MLPS-NET-010',
  name: 'tls-at-proxy',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['nginx', 'caddy', 'traefik', 'shell', 'compose'],
  clauses: ['8.1.2.2 a', '8.1.2.2 b', '~8.1.4.1 c', '8.1.4.7 a', '8.1.4.8 a'],
  highRisk: ['6.2.2.1', '6.4.5.1', '~6.4.1.2'],
  triggers: ['A-24'],
  rows: ['C46'],
  peers: ['S5332'],
  options: {
    tlsOutside: {
      default: false,
      description: {
        en: 'TLS ends in front of the proxy, at a load balancer that no file here tells of.',
        'zh-cn': 'TLS 在代理之前终止（由此处文件未体现的负载均衡器负责）。',
      },
    },
  },
  title: { en: 'Let clients in over TLS alone', 'zh-cn': '客户端须通过 TLS 访问' },
  why: {
    en: 'What goes over plain HTTP, passwords and sessions too, is read and changed by whoever stands in between. Level 3 asks that data on its way is whole and secret, and that what a login sends cannot be listened to.',
    'zh-cn':
      '明文 HTTP 传输的内容（包括密码和会话）可被中间人读取和篡改。等保三级要求保证通信过程中数据的完整性和保密性，并防止鉴别信息在传输中被窃听。',
  },
  remedy: {
    en: 'Listen on 443 with a certificate, and let port 80 answer `return 301 https://$host$request_uri;`. `/.well-known/acme-challenge/` may stay on 80. Where a load balancer ends TLS, say so with the option `tlsOutside`.',
    'zh-cn':
      '请在 443 端口配置证书，80 端口仅返回 `return 301 https://$host$request_uri;`。`/.well-known/acme-challenge/` 可保留在 80 端口。若由负载均衡器终止 TLS，请设置选项 `tlsOutside`。',
  },
  messages: {
    plain: {
      en: 'This server gives out its content on port {port} without TLS. Listen on 443 with a certificate, and let port {port} redirect there.',
      'zh-cn': '该服务器在端口 {port} 上以明文提供内容。请在 443 端口启用 TLS，并将端口 {port} 重定向过去。',
    },
    both: {
      en: 'This server gives out the same content without TLS on port {port}. Move the port to a server that redirects to HTTPS.',
      'zh-cn': '该服务器同时在端口 {port} 上以明文提供相同内容。请将该端口移到仅重定向到 HTTPS 的服务器。',
    },
    published: {
      en: 'This proxy is reached on port {port} alone: clients speak to it without TLS. Publish 443 as well, with a certificate, and let port {port} redirect there.',
      'zh-cn':
        '该代理仅发布端口 {port}，客户端只能以明文访问。请同时发布 443 端口并配置证书，将端口 {port} 重定向过去。',
    },
    route: {
      en: 'Router {router} answers on entry point {entryPoint} (port {port}) without TLS. Set `tls` for it on an entry point of TLS, and let {entryPoint} redirect there.',
      'zh-cn':
        '路由 {router} 通过入口点 {entryPoint}（端口 {port}）以明文提供内容。请在 TLS 入口点上为其设置 `tls`，并将 {entryPoint} 重定向过去。',
    },
    entry: { en: 'The entry point, without TLS and without a redirect.', 'zh-cn': '该入口点未启用 TLS，也未重定向。' },
    move: {
      en: 'Listen with TLS and redirect port {port} (put the certificate at {certificate})',
      'zh-cn': '启用 TLS 并重定向端口 {port}（证书放在 {certificate}）',
    },
    name: {
      en: 'Let Caddy speak TLS and redirect to it (it must be able to get a certificate for the name)',
      'zh-cn': '由 Caddy 启用 TLS 并重定向（须能为该域名获取证书）',
    },
    split: { en: 'Redirect port {port} to HTTPS', 'zh-cn': '将端口 {port} 重定向到 HTTPS' },
  },
  check: {
    caddy(file, { option, report }) {
      if (option<boolean>('tlsOutside')) return;
      for (const { address, port } of plainSites(file)) {
        const { place, text } = address;
        const edits = /^http:\/\/[a-z][\w-]*(?:\.[\w-]+)+$/i.test(text)
          ? [{ ...place, end: place.start + 7, newText: '' }]
          : undefined;
        report({ place, message: 'plain', data: { port }, fixes: () => [{ safe: false, title: 'name', edits }] });
      }
    },
    deployment(deployment, { files, option, report }) {
      if (option<boolean>('tlsOutside')) return;
      const routes = plainRoutes(deployment, files);
      for (const { place, router, entryPoint, port, entryPlace, service } of routes)
        report({
          place,
          message: 'route',
          data: { router, entryPoint, port },
          service,
          related: [{ place: entryPlace, message: 'entry' }],
        });
      const plain = deployment.own('container').flatMap((container) => {
        const port = plainPort(container, files);
        return port ? [{ port, service: container.name }] : [];
      });
      // What is in sight of a proxy's settings is judged there, and one that speaks TLS may stand in front.
      if (plain.length === 0 || routes.length > 0 || deployment.all('proxy', PASSES).length > 0) return;
      if (deployment.all('nginx', /\blisten\b/).some(({ root }) => httpServers(root).length > 0)) return;
      if (deployment.all('caddy', /\{/).some(({ sites }) => sites.length > 0)) return;
      if (deployment.all('container', TLS_TEXT).some((each) => each.ports.some(mayBeTls))) return;
      for (const { port, service } of plain)
        report({
          place: port.entry.place,
          message: 'published',
          data: { port: portRangeText(port.hostPorts!.known!) },
          service,
        });
    },
    nginx(settings, { option, report }) {
      if (option<boolean>('tlsOutside')) return;
      for (const server of httpServers(settings.root)) {
        const [first] = plainListens(server);
        const place = first && (first.directive ? placeOfWords(first.directive) : server.opener?.namePlace);
        if (!place || !isUnset(server, 'return') || !servesPlainly(server) || isBehindTls(server)) continue;
        const hasTls = listensOf(server).some(({ isTls }) => isTls);
        const data = { port: first.port!, certificate: CERTIFICATE };
        const title = hasTls ? 'split' : 'move';
        const edits = () => withRedirect(settings, server, hasTls);
        report({
          place,
          message: hasTls ? 'both' : 'plain',
          data,
          fixes: () => [{ safe: false, title, edits: edits() }],
        });
      }
    },
  },
};

/** The port of a proxy for clients, where it publishes none that may be of TLS. */
function plainPort(container: Container, files: WorkspaceFiles): PublishedPort | undefined {
  const { origin, ports, networkMode, server, attended, development, ofJob } = container;
  if (origin !== 'compose' || networkMode || !server || attended || development || ofJob) return undefined;
  if (ports.some(mayBeTls) || !isProxyContainer(container, files)) return undefined;
  return ports.find(
    (port) =>
      port.protocol === 'tcp' &&
      boundToAllInterfaces(port) === true &&
      [port.hostPorts?.known, port.containerPorts.known].some((range) => range?.first === 80),
  );
}

/** It may be one of TLS, or what it is stands in a variable. */
const mayBeTls = ({ hostPorts, containerPorts, protocol }: PublishedPort): boolean =>
  protocol !== 'udp' &&
  [hostPorts?.known, containerPorts.known].some(
    (range) => range === undefined || [443, 8443].some((port) => range.first <= port && port <= range.last),
  );

/** A server in front that redirects, and this one with TLS alone; undefined where its ports are others. */
function withRedirect(settings: NginxSettings, server: NginxBlock, hasTls: boolean): Edit[] | undefined {
  const { uri, text } = settings;
  const { opener, directives } = server;
  const plain = listensOf(server).filter(({ isTls, isSocket }) => !isTls && !isSocket);
  const isHere = [opener, ...plain.map(({ directive }) => directive)].every((d) => d?.place.uri === uri && d.isClosed);
  if (!opener || !isHere || plain.some(({ port }) => !TLS_PORT.has(port ?? 0))) return undefined;
  const br = lineBreakOf(text);
  const indent = indentOf(text, opener.place.start);
  if (indent === undefined) return undefined;
  const names = directives.find(({ name }) => name === 'server_name');
  const inner = [
    ...plain.map(({ directive }) => text.slice(directive!.place.start, directive!.place.end)),
    ...(names?.place.uri === uri && names.isClosed ? [text.slice(names.place.start, names.place.end)] : []),
    `return 301 https://$host${tlsSuffix(plain)}$request_uri;`,
  ];
  const redirect = ['server {', ...inner.map((line) => `    ${line}`), '}'].map((line) => line + br + indent).join('');
  const front = { uri, start: opener.place.start, end: opener.place.start, newText: redirect };
  if (hasTls) return [front, ...plain.map(({ directive }) => removed(settings, directive!.place))];
  const [first, ...others] = plain;
  const certificate =
    inForce(server, 'ssl_certificate').length > 0
      ? []
      : [`ssl_certificate ${CERTIFICATE};`, `ssl_certificate_key ${KEY};`];
  const protocols = isUnset(server, 'ssl_protocols') ? ['ssl_protocols TLSv1.2 TLSv1.3;'] : [];
  const at = first!.directive!.place;
  const own = indentOf(text, at.start);
  const between = own === undefined ? ' ' : br + own;
  const lines = [overTls(text, first!), ...certificate, ...protocols].join(between);
  return [
    front,
    { ...at, newText: lines },
    ...others.map((listen) => ({ ...listen.directive!.place, newText: overTls(text, listen) })),
  ];
}

const tlsSuffix = (plain: readonly NginxListen[]): string => (plain.every(({ port }) => port === 80) ? '' : ':8443');

/** The directive with the port of TLS, its address and its other words as they are. */
function overTls(text: string, { directive, port }: NginxListen): string {
  const [first, ...rest] = directive!.words;
  const written = text.slice(first!.place.start, first!.place.end);
  const tls = TLS_PORT.get(port!)!;
  const address =
    /\d$/.test(written) && /(?:^|:)\d+$/.test(written) ? written.replace(/\d+$/, `${tls}`) : `${written}:${tls}`;
  return `listen ${[address, 'ssl', ...rest.map(({ text: word }) => word)].join(' ')};`;
}

/** With the whole line, where nothing else stands on it. */
function removed({ text }: NginxSettings, place: Place): Edit {
  const line = wholeLine(text, place);
  const next = line ? text.indexOf('\n', line.end) + 1 : 0;
  return next > 0 ? { uri: place.uri, start: line!.start, end: next, newText: '' } : { ...place, newText: '' };
}
