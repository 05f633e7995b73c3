/**
 * MLPS-NET-004: what is to restrict a published port stands where published ports pass (fact T22).
 */

import type { Deployment } from '../../deployment/deployment';
import { dockerdValues } from '../../documents/dockerd';
import type { Firewall } from '../../documents/firewall/firewall';
import type { Container, PublishedPort } from '../../model/container';
import { boundToAllInterfaces, PUBLISHES, portRangeText } from '../../model/port';
import type { Place } from '../../model/value';
import { allHostFirewalls } from '../../readings/hostFirewalls';
import { nameOfChain, type Placed, placedRules, rulesForPorts } from '../../readings/rulesForPorts';
import { FIREWALL_KINDS } from '../../ruleKinds';
import type { Rule } from '../rule';
import { bindToLoopback } from './bindToLoopback';

const BACKEND = /firewall-backend|iptables/;

export const firewallCoversDockerPorts: Rule = {
  id: 'MLPS-NET-004',
  name: 'firewall-covers-docker-ports',
  severity: 'error',
  profile: 'recommended',
  kinds: ['compose', 'run', ...FIREWALL_KINDS],
  wider: {
    en: 'Ports that no rule names, which a policy of dropping was to close.',
    'zh-cn': '没有规则提及、本应由默认丢弃策略关闭的端口。',
  },
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
    policy: {
      en: 'Port {port}, which Docker publishes, is open in spite of this policy: the traffic never reaches {chain}. Publish it on 127.0.0.1, or restrict it in DOCKER-USER.',
      'zh-cn':
        '尽管有此默认策略，Docker 发布的端口 {port} 仍然开放：流量不会经过 {chain}。请只发布到 127.0.0.1，或在 DOCKER-USER 中限制。',
    },
    backend: {
      en: 'With the nftables backend Docker never asks DOCKER-USER, so this rule has no effect on port {port}. Write a base chain of your own on the hook forward.',
      'zh-cn':
        'Docker 使用 nftables 后端时不经过 DOCKER-USER，此规则对端口 {port} 不起作用。请在 forward 钩子上自建 base chain。',
    },
    restricted: { en: 'The rule for port {port} stands here.', 'zh-cn': '针对端口 {port} 的规则在此。' },
  },
  check: {
    deployment(deployment, { report }) {
      const firewalls = allHostFirewalls(deployment);
      const placed = placedRules(firewalls);
      const policies = droppingPolicies(firewalls);
      const isNative = new Set(placed.map(({ hook }) => hook)).has('docker-user') && usesNftables(deployment);
      const rulesOfHost = rulesForPorts(placed, isNative);
      if (!rulesOfHost.hasIdle && policies.length === 0) return;
      if (leavesPortsAlone(deployment) || hasUfwDocker(deployment)) return;
      for (const container of deployment.all('container', PUBLISHES)) {
        for (const port of publishedPorts(container)) {
          if (rulesOfHost.areReaching(port)) continue;
          const rules = rulesOfHost.idle(port);
          const policy = rules.length === 0 && !rulesOfHost.letIn(port) ? policies.slice(0, 1) : [];
          const found = [...rules, ...policy];
          if (found.length === 0) continue;
          const name = portRangeText(port.hostPorts!.known!);
          const published = port.entry.place;
          const fixes = () => [{ safe: false, title: 'bind', edits: bindToLoopback(port, container.writer) }];
          const profile = rules.length > 0 ? undefined : 'mlps3';
          for (const { place, hook, chain, tool } of found) {
            const data = { port: name, chain };
            report({
              place,
              message: profile ? 'policy' : hook === 'docker-user' ? 'backend' : 'rule',
              ...{ data, profile, fixes, cause: `${place.uri} ${tool} ${name}` },
              related: [{ place: published, message: 'published', data }],
            });
          }
          const data = { port: name, chain: found[0]!.chain };
          const related = found.map(({ place }) => ({ place, message: 'restricted', data }));
          const cause = `${found[0]!.place.uri} ${name}`;
          report({ place: published, message: 'port', data, profile, service: container.name, cause, fixes, related });
        }
      }
    },
  },
};

/** What closes all that comes in and is not named. */
const droppingPolicies = (
  firewalls: readonly Firewall[],
): (Pick<Placed, 'chain' | 'hook' | 'tool'> & { place: Place })[] =>
  firewalls.flatMap(({ chains }) =>
    chains.flatMap((chain) =>
      chain.hook === 'input' && chain.policy?.verdict === 'drop'
        ? [{ place: chain.policy.place, chain: nameOfChain(chain), hook: chain.hook, tool: chain.tool }]
        : [],
    ),
  );

/** From Docker 29 on, by `firewall-backend`; without it iptables is in use. */
const usesNftables = (deployment: Deployment): boolean =>
  deployment
    .all('dockerd', BACKEND)
    .some((dockerd) => dockerdValues(dockerd, 'firewall-backend').some(({ value }) => value === 'nftables'));

/** Without its own rules Docker translates nothing: a process of the host listens. */
const leavesPortsAlone = (deployment: Deployment): boolean =>
  deployment
    .all('dockerd', BACKEND)
    .some((dockerd) => dockerdValues(dockerd, 'iptables').some(({ value }) => value === 'false'));

/** What ufw-docker installs lets ufw's rules hold in `DOCKER-USER`, too. */
const hasUfwDocker = (deployment: Deployment): boolean =>
  deployment
    .all('script', /\bufw-docker\b/)
    .some(({ commands }) =>
      commands.some(({ words }) => words.some(({ resolved }) => resolved.includes('ufw-docker'))),
    );

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
