/** MLPS-NET-008: a container reaches no more of the outside than its proxy does. */

import type { Container, NetworkUse } from '../../model/container';
import { once } from '../../once';
import { egressFilter } from '../../readings/egressFilter';
import { CONTAINER_KINDS } from '../../ruleKinds';
import type { Report, Rule } from '../rule';

/** Modes with a way out: the default bridge under its names, and podman's own. */
const OUTWARD = /^(bridge|default|private|slirp4netns(:.*)?|pasta(:.*)?|)$/;

const MAX_RELATED = 20;

export const restrictEgress: Rule = {
  id: 'MLPS-NET-008',
  name: 'restrict-egress',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['~8.1.3.1 c', '~8.1.3.3 b'],
  rows: ['C10', 'C14', 'C15'],
  peers: ['CIS 5.30'],
  title: { en: 'Limit outbound connections of containers', 'zh-cn': '限制容器外联' },
  why: {
    en: 'A program that can reach the internet can send data there. Level 3 asks to limit connections from inside to outside.',
    'zh-cn': '能访问公网的程序就能外传数据。等保三级要求对内部设备联到外部网络的行为进行限制。',
  },
  remedy: {
    en: 'Put services on a network with `internal: true`; only the proxy is on two networks. A port published from a container whose only network is internal is not reachable. Or drop what containers begin in DOCKER-USER: `iptables -A DOCKER-USER -i br-app ! -d 10.0.0.0/8 -m conntrack --ctstate NEW -j DROP`.',
    'zh-cn':
      '将服务放在 `internal: true` 的网络上，仅代理同时连接两个网络。若容器只连接 internal 网络，其发布的端口将无法访问。也可在 DOCKER-USER 中丢弃容器发起的连接：`iptables -A DOCKER-USER -i br-app ! -d 10.0.0.0/8 -m conntrack --ctstate NEW -j DROP`。',
  },
  messages: {
    bridge: {
      en: 'On the default bridge this container reaches the internet. Put it on a network made with --internal, behind a proxy.',
      'zh-cn': '该容器在默认网桥上可访问公网。请将其放入用 --internal 创建的网络，置于代理之后。',
    },
    network: {
      en: 'Through the network {network} its containers reach the internet. Make it internal; only the proxy needs a second network.',
      'zh-cn': '容器可通过网络 {network} 访问公网。请将其设为 internal，仅代理需要第二个网络。',
    },
    used: { en: 'The service {user} is on this network.', 'zh-cn': '服务 {user} 连接了该网络。' },
    internal: {
      en: 'Make the network internal (its containers no longer reach the outside)',
      'zh-cn': '将该网络设为 internal（其中的容器将无法访问外部）',
    },
  },
  check: {
    container(container, { containers, deployment, report, satisfied }) {
      const open = wayOut(container, containers);
      const filter = open && egressFilter(deployment);
      if (filter) satisfied(open.place, filter);
      else if (open) report(open);
    },
  },
};

function wayOut(container: Container, containers: readonly Container[]): Report | undefined {
  const { origin, networkMode, networks, complete, server, name, anchor } = container;
  if (!complete) return undefined;
  if (networkMode)
    return OUTWARD.test(networkMode.known ?? '-')
      ? { place: networkMode.entry, message: 'bridge', service: name }
      : undefined;
  if (origin === 'run' && networks.length === 0)
    return server ? { place: anchor, message: 'bridge', service: name } : undefined;
  const open = outwardNetwork(container);
  const users = open ? usersOf(containers).get(idOf(open))! : [];
  if (!open || users[0] !== container) return undefined;
  const canLeave = users.some((user) => user.networkUses.filter((use) => use.internal === false).length === 1);
  const edits = () => (canLeave && !neededBy(containers).has(idOf(open)) ? open.makeInternal : undefined);
  const others = users.slice(open.definition ? 0 : 1, MAX_RELATED);
  return {
    place: open.definition ?? open.name.place,
    message: 'network',
    data: { network: open.name.resolved },
    service: users.length > 1 ? undefined : name,
    related: others.map((user) => ({
      place: user.anchor,
      message: 'used',
      data: { user: user.name ?? user.image?.raw ?? '' },
    })),
    fixes: () => [{ safe: false, title: 'internal', edits: edits() }],
  };
}

/**
 * The network that a service reaches the outside through; none for a proxy, which stands on a
 * second one, and for a command that ends.
 */
function outwardNetwork(container: Container): NetworkUse | undefined {
  const { origin, complete, server, networkMode, networkUses, ports } = container;
  if (!complete || networkMode || (origin === 'run' && !server)) return undefined;
  if (networkUses.some(({ internal, host }) => internal === undefined || host)) return undefined;
  const isProxy = ports.length > 0 && networkUses.length > 1;
  return isProxy ? undefined : networkUses.find(({ internal }) => internal === false);
}

const idOf = ({ project, name }: NetworkUse): string => `${project} ${name.resolved}`;

/** The containers that reach the outside through each network, by its id. */
const usersOf = once((containers: readonly Container[]): Map<string, Container[]> => {
  const users = new Map<string, Container[]>();
  for (const container of containers) {
    const open = outwardNetwork(container);
    if (!open) continue;
    const before = users.get(idOf(open));
    if (before) before.push(container);
    else users.set(idOf(open), [container]);
  }
  return users;
});

/**
 * The networks on which somebody publishes a port without another leg to the outside: internal, it
 * would no longer be reachable.
 */
const neededBy = once((containers: readonly Container[]): ReadonlySet<string> => {
  const needed = new Set<string>();
  for (const { ports, networkUses } of containers) {
    if (ports.length === 0) continue;
    const legs = new Set(networkUses.filter(({ internal }) => internal === false).map(idOf));
    for (const id of networkUses.map(idOf)) if (legs.size === 0 || (legs.size === 1 && legs.has(id))) needed.add(id);
  }
  return needed;
});
