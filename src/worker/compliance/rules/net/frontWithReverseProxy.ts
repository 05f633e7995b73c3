/** MLPS-NET-009: clients reach an application through a reverse proxy, and on no other way. */
import type { Container, PublishedPort } from '../../model/container';
import { isHttpPort } from '../../model/httpPort';
import { isLoopback } from '../../model/loopback';
import { proxyBeside, targetByName, targetOnHost } from '../../readings/frontedPort';
import { isProxyContainer } from '../../readings/proxyContainer';
import type { Rule } from '../rule';
import { bindToLoopback } from './bindToLoopback';
import { highRiskPort } from './highRiskPort';

const PASSES = /proxy_pass|uwsgi_pass|reverse_proxy|loadBalancer/;
const PROXIES = /nginx|caddy|traefik|haproxy|envoy|apisix|kong|openresty|tengine|angie|swag/i;

export const frontWithReverseProxy: Rule = {
  id: 'MLPS-NET-009',
  name: 'front-with-reverse-proxy',
  severity: 'warning',
  profile: 'mlps3',
  kinds: ['compose'],
  clauses: ['~8.1.2.1 d', '~8.1.3.1 a'],
  highRisk: ['~6.2.1.2', '~6.3.2.1'],
  triggers: ['~A-11', '~A-29'],
  rows: ['C45', 'C46'],
  peers: [],
  title: { en: 'Put a reverse proxy in front of applications', 'zh-cn': '应用须置于反向代理之后' },
  why: {
    en: 'Whoever reaches the application directly passes by TLS, access log and limits of the proxy. Level 3 asks that what crosses a border does so through controlled interfaces.',
    'zh-cn':
      '能直接访问应用者即可绕过代理的 TLS、访问日志和限制。等保三级要求跨越边界的访问和数据流通过边界设备提供的受控接口进行通信。',
  },
  remedy: {
    en: 'Let only the proxy publish a port, 443; applications need none, since containers of one network reach each other. Behind a proxy on the host publish on 127.0.0.1.',
    'zh-cn': '仅由代理发布端口 443；应用无需发布，同一网络的容器可相互访问。代理在主机上时，请发布到 127.0.0.1。',
  },
  messages: {
    none: {
      en: 'Port {port} of the application is published, and no reverse proxy is in sight that stands in front. Publish on 127.0.0.1 behind a proxy.',
      'zh-cn': '应用的端口 {port} 已发布，且未发现位于其前的反向代理。请置于代理之后，仅发布到 127.0.0.1。',
    },
    past: {
      en: 'Port {port} of the application is published, past the reverse proxy {proxy}. Do not publish it: the proxy reaches it over their network.',
      'zh-cn': '应用的端口 {port} 已发布，可绕过反向代理 {proxy}。请勿发布：代理可通过共同网络访问。',
    },
    target: { en: 'The proxy passes requests on to it here.', 'zh-cn': '代理在此处转发请求。' },
    proxy: { en: 'The proxy shares a network with it.', 'zh-cn': '该代理与其位于同一网络。' },
    remove: {
      en: 'Do not publish the port (only containers of its networks reach it)',
      'zh-cn': '不发布该端口（仅同网络的容器可访问）',
    },
    bind: {
      en: 'Bind to 127.0.0.1 (other hosts no longer reach it)',
      'zh-cn': '绑定到 127.0.0.1（其他主机将无法访问）',
    },
  },
  check: {
    deployment(deployment, { files, report, satisfied }) {
      const open = deployment.own('container').filter((container) => openPorts(container).length > 0);
      if (open.length === 0) return;
      const passing = deployment.all('proxy', PASSES);
      const proxies = deployment.all('container', PROXIES).filter((each) => isProxyContainer(each, files));
      for (const container of open) {
        if (isProxyContainer(container, files)) continue;
        const ports = openPorts(container);
        const proxy = proxyBeside(container, proxies);
        const target = targetByName(container, passing);
        for (const port of ports) {
          const onHost = targetOnHost(port, passing);
          if (onHost) {
            satisfied(port.entry.place, onHost.place);
            continue;
          }
          const isPast = proxy !== undefined && (target !== undefined || passing.length === 0);
          const related = [
            ...(isPast ? [{ place: proxy.anchor, message: 'proxy' }] : []),
            ...(target ? [{ place: target.place, message: 'target' }] : []),
          ];
          report({
            place: port.long ? (port.hostPorts ?? port.containerPorts).place : port.entry.place,
            message: isPast ? 'past' : 'none',
            data: { port: port.containerPorts.known!.first, proxy: proxy?.name ?? '' },
            service: container.name,
            related,
            fixes: () => [
              isPast
                ? { safe: false, title: 'remove', edits: container.writer.remove(port.entry) }
                : { safe: false, title: 'bind', edits: bindToLoopback(port, container.writer) },
            ],
          });
        }
      }
    },
  },
};

/** Ports of an application that other hosts reach. */
const openPorts = ({ origin, ports, networkMode, server, attended, ofJob }: Container): PublishedPort[] =>
  origin !== 'compose' || networkMode?.known === 'host' || !server || attended || ofJob
    ? []
    : ports.filter((port) => {
        const { containerPorts, hostAddress, protocol } = port;
        const address = hostAddress ? hostAddress.known : '';
        return (
          protocol === 'tcp' &&
          address !== undefined &&
          !isLoopback(address) &&
          highRiskPort(port) === undefined &&
          isHttpPort(containerPorts.known)
        );
      });
