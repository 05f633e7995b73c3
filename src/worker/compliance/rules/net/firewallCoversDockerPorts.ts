/**
 * MLPS-NET-004: what is to restrict a published port stands where published ports pass (fact T22).
 */
import type { FirewallRule } from '../../documents/firewall/firewallRule';
import type { Container, PortRange, PublishedPort } from '../../model/container';
import { boundToAllInterfaces } from '../../model/port';
import type { Rule } from '../rule';
import { bindToLoopback } from './bindToLoopback';

const FIREWALL = /\b(?:ip6?tables|ufw|firewall-cmd)\b|^(?:\[\d+:\d+\] )?-[AI] /m;
const PUBLISHES = /\bports:|\s(?:-p|-[a-zA-Z]*p|--publish)[\s=\d"']/;

export const firewallCoversDockerPorts: Rule = {
  id: 'MLPS-NET-004',
  name: 'firewall-covers-docker-ports',
  severity: 'error',
  profile: 'recommended',
  kinds: ['compose', 'run', 'shell', 'iptables'],
  clauses: ['~8.1.3.1 a', '8.1.3.2 a'],
  highRisk: ['6.3.2.1', '~6.2.1.2'],
  triggers: ['A-11'],
  rows: ['C40'],
  peers: [],
  title: { en: 'Restrict published ports where they pass', 'zh-cn': '在已发布端口实际经过之处加以限制' },
  why: {
    en: 'Docker translates the destination of a published port before INPUT is asked: rules there, of ufw and of a zone of firewalld never see it, and everybody can connect.',
    'zh-cn':
      'Docker 会在 INPUT 链之前改写已发布端口的目的地址：INPUT 中的规则、ufw 规则和 firewalld 区域规则都看不到这些流量，任何人都能连接。',
  },
  remedy: {
    en: 'Best publish on 127.0.0.1 and let a proxy of the host listen. Else put the rule into DOCKER-USER: `iptables -I DOCKER-USER -i EXT -p tcp -m conntrack --ctorigdstport 8080 --ctdir ORIGINAL ! -s 192.168.10.50 -j DROP`; behind the translation `--dport` would be the port of the container. With firewalld use a policy; the nftables backend of Docker has no DOCKER-USER and needs a base chain of your own.',
    'zh-cn':
      '最好只发布到 127.0.0.1，由主机上的代理对外监听。否则请把规则写入 DOCKER-USER：`iptables -I DOCKER-USER -i EXT -p tcp -m conntrack --ctorigdstport 8080 --ctdir ORIGINAL ! -s 192.168.10.50 -j DROP`；地址转换之后 `--dport` 是容器的端口。使用 firewalld 时请用 policy；Docker 的 nftables 后端没有 DOCKER-USER，需要自建 base chain。',
  },
  messages: {
    rule: {
      en: 'This rule has no effect on port {port}, which Docker publishes: the traffic never reaches {chain}. Restrict it in DOCKER-USER, or publish on 127.0.0.1.',
      'zh-cn':
        '此规则对 Docker 发布的端口 {port} 不起作用：流量不会经过 {chain}。请在 DOCKER-USER 中限制，或只发布到 127.0.0.1。',
    },
    port: {
      en: 'The firewall rule for port {port} has no effect on this published port. Publish on 127.0.0.1, or restrict it in DOCKER-USER.',
      'zh-cn': '针对端口 {port} 的防火墙规则对此已发布端口不起作用。请只发布到 127.0.0.1，或在 DOCKER-USER 中限制。',
    },
    published: { en: 'Port {port} is published here.', 'zh-cn': '端口 {port} 在此发布。' },
    bind: {
      en: 'Publish port {port} on 127.0.0.1 (other hosts no longer reach it)',
      'zh-cn': '将端口 {port} 只发布到 127.0.0.1（其他主机将无法访问）',
    },
    restricted: { en: 'The rule for port {port} stands here.', 'zh-cn': '针对端口 {port} 的规则在此。' },
  },
  check: {
    deployment(deployment, { report }) {
      const rules = deployment.all('firewall', FIREWALL);
      const idle = rules.filter(isIdle);
      if (idle.length === 0) return;
      for (const container of deployment.all('container', PUBLISHES)) {
        for (const port of publishedPorts(container)) {
          if (rules.some((rule) => reaches(rule, port))) continue;
          const rule = idle.find((each) => concerns(each, port));
          if (!rule) continue;
          const data = { port: nameOf(port.hostPorts!.known!), chain: rule.chain };
          const published = port.entry.place;
          const fixes = () => [{ safe: false, title: 'bind', edits: bindToLoopback(port, container.writer) }];
          const cause = `${rule.place.uri} ${data.port}`;
          report({
            place: rule.place,
            message: 'rule',
            data,
            cause,
            fixes,
            related: [{ place: published, message: 'published', data }],
          });
          const related = [{ place: rule.place, message: 'restricted', data }];
          report({ place: published, message: 'port', data, service: container.name, cause, fixes, related });
        }
      }
    },
  },
};

/** Meant to restrict, in a chain that published ports do not pass. */
const isIdle = ({ chain, verdict, hasSource, ports }: FirewallRule): boolean =>
  chain === 'INPUT' && ports.length > 0 && (verdict === 'drop' || (verdict === 'accept' && hasSource));

/**
 * Ports whose destination Docker translates: not of the host's own network, not of its loopback.
 */
const publishedPorts = ({ networkMode, ports }: Container): PublishedPort[] =>
  networkMode !== undefined && networkMode.known !== 'bridge' && /^host$|\ufffc/.test(networkMode.resolved)
    ? []
    : ports.filter((port) => port.hostPorts?.known !== undefined && isReachable(port));

const isReachable = (port: PublishedPort): boolean =>
  boundToAllInterfaces(port) === true ||
  (port.hostAddress?.known !== undefined && !/^(?:127\.|::1$)/.test(port.hostAddress.known));

const overlap = (a: PortRange, b: PortRange | undefined): boolean =>
  b !== undefined && a.first <= b.last && b.first <= a.last;

const isOfProtocol = (rule: FirewallRule, port: PublishedPort): boolean =>
  rule.protocol === undefined ||
  rule.protocol === 'all' ||
  port.protocol === 'unknown' ||
  rule.protocol === port.protocol;

const concerns = (rule: FirewallRule, port: PublishedPort): boolean =>
  isOfProtocol(rule, port) && rule.ports.some((range) => overlap(range, port.hostPorts?.known));

/**
 * Whether a rule that published ports do pass restricts this one: by its port as clients know it,
 * or as the container does, or for all.
 */
function reaches(rule: FirewallRule, port: PublishedPort): boolean {
  if (rule.chain === 'INPUT' || rule.verdict !== 'drop' || !isOfProtocol(rule, port)) return false;
  if (rule.originalPorts.length > 0) return rule.originalPorts.some((range) => overlap(range, port.hostPorts?.known));
  const passed = rule.chain === 'PREROUTING' ? port.hostPorts?.known : port.containerPorts.known;
  return rule.ports.length === 0 || rule.ports.some((range) => overlap(range, passed));
}

const nameOf = ({ first, last }: PortRange): string => (first === last ? `${first}` : `${first}-${last}`);
