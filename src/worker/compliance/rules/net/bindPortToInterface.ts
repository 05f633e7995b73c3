/** MLPS-NET-001: a published port listens on one named interface. */
import { isAtDesk } from '../../model/atDesk';
import type { PortRange, PublishedPort } from '../../model/container';
import { connectsNetworks, tradesWithPeers } from '../../model/hostTask';
import { boundToAllInterfaces } from '../../model/port';
import { UNKNOWN } from '../../model/value';
import { isProxyContainer } from '../../readings/proxyContainer';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { bindToLoopback } from './bindToLoopback';
import { highRiskPort } from './highRiskPort';
import { isOpen } from './isOpen';

export const bindPortToInterface: Rule = {
  id: 'MLPS-NET-001',
  name: 'bind-port-to-interface',
  severity: 'warning',
  profile: 'recommended',
  kinds: CONTAINER_KINDS,
  wider: {
    en: 'Ports 80 and 443 of the host, the entrance that clients are to use, ports in front of 80 and 443 of a reverse proxy, UDP ports of a VPN, ports of BitTorrent, of mail, XMPP, SIP, TURN, MQTT over TLS and Minecraft, which clients speak to directly, ports that a variable chooses for a reverse proxy or in front of 80 and 443, UDP ports that are published over TCP too, the ports of a container that somebody works in (`-it --rm`), and what Markdown that is no runbook tells its readers to publish.',
    'zh-cn':
      '主机的 80 和 443 端口（即供客户端使用的入口）、反向代理容器 80、443 端口前的端口、VPN 的 UDP 端口、BitTorrent 端口、客户端直接连接的邮件、XMPP、SIP、TURN、TLS 上的 MQTT 和 Minecraft 端口、反向代理或容器 80、443 端口前由变量决定的端口、同时以 TCP 发布的 UDP 端口，有人在其中操作的容器的端口（`-it --rm`），以及不属于 runbook 的 Markdown 让读者发布的端口。',
  },
  clauses: ['~8.1.3.1 a', '~8.1.4.4 b'],
  highRisk: ['~6.3.1.1'],
  triggers: ['~A-09', '~A-29'],
  rows: ['C04', 'C13', 'C35'],
  peers: ['CL-0005', 'Container Traffic Not Bound To Host Interface', 'no-unbound-port-interfaces', 'CIS 5.14'],
  options: {
    allowProxy: {
      default: false,
      description: {
        en: 'Accept 80 and 443 of a known reverse proxy image on all interfaces.',
        'zh-cn': '允许已知反向代理镜像的 80 和 443 端口监听所有接口。',
      },
    },
  },
  title: { en: 'Bind published ports to one interface', 'zh-cn': '发布的端口须绑定到指定接口' },
  why: {
    en: "A port without an address is published on every interface, IPv4 and IPv6, and Docker's own firewall rules let it through before the host's INPUT rules are asked.",
    'zh-cn':
      '没有指定地址的端口会发布到所有接口（IPv4 和 IPv6），并且 Docker 自己的防火墙规则会先于主机的 INPUT 规则放行。',
  },
  remedy: {
    en: "Write `127.0.0.1:8080:8080` behind the host's reverse proxy, or the inner address of the host.",
    'zh-cn': '写作 `127.0.0.1:8080:8080`，由主机上的反向代理统一接入，或写主机的内网地址。',
  },
  messages: {
    all: {
      en: 'Port {port} is published on all interfaces. Put an address in front: 127.0.0.1 behind a reverse proxy, or the inner address.',
      'zh-cn': '端口 {port} 发布到了所有接口。请在前面写上地址：反向代理之后用 127.0.0.1，或用内网地址。',
    },
    proxy: {
      en: 'Port {port} of this reverse proxy is published on all interfaces. Put the address in front that clients are to use.',
      'zh-cn': '此反向代理的端口 {port} 发布到了所有接口。请在前面写上客户端应使用的地址。',
    },
    random: {
      en: '{port} alone publishes a random port on all interfaces. Write 127.0.0.1::{port}, or `expose` if only other containers need it.',
      'zh-cn':
        '单独的 {port} 会在所有接口上发布一个随机端口。请写 127.0.0.1::{port}；如果只有其他容器需要，请用 expose。',
    },
    publishAll: {
      en: 'Every port that the image declares is published on a random port of all interfaces. Name the ports: -p 127.0.0.1:8080:8080.',
      'zh-cn': '镜像声明的每个端口都会在所有接口上随机发布。请逐个写明端口：-p 127.0.0.1:8080:8080。',
    },
    removeAll: { en: 'Remove it (no port is published any more)', 'zh-cn': '移除（不再发布任何端口）' },
    bind: {
      en: 'Bind to 127.0.0.1 (other hosts no longer reach it)',
      'zh-cn': '绑定到 127.0.0.1（其他主机将无法访问）',
    },
  },
  check: {
    container(container, context) {
      const { files, report, option } = context;
      const { image, ports, publishAll, networkMode, name, server, writer } = container;
      if (networkMode?.known === 'host') return;
      if (publishAll?.known === true) {
        const fixes = () => [
          { safe: false, title: 'removeAll', edits: writer.remove({ ...publishAll, known: undefined }) },
        ];
        // Who looks around in a container for a while asks for all ports only to have them.
        report({
          place: publishAll.entry,
          message: 'publishAll',
          profile: server ? undefined : 'mlps3',
          service: name,
          fixes,
        });
      }
      const isProxy = isProxyContainer(container, files);
      const accepted = isProxy && option<boolean>('allowProxy');
      for (const port of ports) {
        if (port.containerPorts.known === undefined && !port.containerPorts.resolved.includes(UNKNOWN)) continue;
        if (!isOpen(port, container, context) || highRiskPort(port) !== undefined) continue;
        const host = port.hostPorts?.known;
        const isEntrance = isProxy && isStandard(host);
        // Where a site is reached, at whatever port.
        const isSite = isProxy && isStandard(port.containerPorts.known);
        const isTunnel = port.protocol === 'udp' && connectsNetworks(container);
        const isOfPeers = tradesWithPeers(image) && ports.some((p) => p.protocol === 'udp' && isSame(p, port));
        // A port that a variable chooses may be the site's as well.
        const isChosen = isFromVariable(port) && (isProxy || isStandard(port.containerPorts.known));
        const isMeant =
          isStandard(host) || isSite || isTunnel || isOfPeers || isChosen || isAtDesk(container) || isOfClients(port);
        if (isEntrance && accepted) continue;
        const place = port.hostAddress?.place ?? port.entry.place;
        const { resolved, raw } = port.entry;
        const text = resolved.includes(UNKNOWN) ? raw.replace(/^(["'])(.*)\1$/, '$2') : resolved;
        report({
          place: port.long ? (port.hostPorts ?? port.containerPorts).place : place,
          message: isSite || isEntrance ? 'proxy' : port.hostPorts ? 'all' : 'random',
          severity: isEntrance ? 'info' : undefined,
          // The entrance of a site is meant to be reached; one port over both protocols is one
          // finding.
          profile: isMeant || hasTwin(port, ports) ? 'mlps3' : undefined,
          data: { port: port.long ? port.containerPorts.raw : text },
          service: name,
          // Which address clients use nobody can tell, and at 127.0.0.1 they would find nothing.
          fixes: () => (isEntrance ? [] : [{ safe: false, title: 'bind', edits: bindToLoopback(port, writer) }]),
        });
      }
    },
  },
};

/** Where browsers ask without being told a port. */
const isStandard = (range: PortRange | undefined): boolean =>
  range?.first === range?.last && [80, 443].includes(range?.first ?? 0);

/**
 * What clients of the outside speak to directly, through no proxy of the web: mail (SMTP and what is
 * encrypted), XMPP, SIP, TURN and MQTT over TLS, Minecraft.
 */
const CLIENTS = new Set([25, 465, 587, 993, 995, 853, 3478, 5061, 5222, 5269, 5349, 8883, 19132, 25565]);

const isOfClients = ({ hostPorts, containerPorts }: PublishedPort): boolean => {
  const host = hostPorts?.known;
  return (
    host !== undefined &&
    host.first === host.last &&
    CLIENTS.has(host.first) &&
    containerPorts.known?.first === host.first
  );
};

/** With a default, too. */
const isFromVariable = ({ entry, long, hostPorts }: PublishedPort): boolean =>
  hostPorts !== undefined && (long ? hostPorts.raw : entry.raw.slice(0, entry.raw.lastIndexOf(':'))).includes('$');

const isSame = (a: PublishedPort, b: PublishedPort): boolean => a.hostPorts?.known?.first === b.hostPorts?.known?.first;

/** The same port over TCP, which is told already. */
const hasTwin = (port: PublishedPort, all: readonly PublishedPort[]): boolean =>
  port.protocol === 'udp' &&
  all.some((p) => p.protocol === 'tcp' && boundToAllInterfaces(p) === true && isSame(p, port));
