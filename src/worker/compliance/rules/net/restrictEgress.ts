/** MLPS-NET-008: a container reaches no more of the outside than its proxy does. */
import { CONTAINER_KINDS } from '../../kinds';
import type { Container, NetworkUse } from '../../model/container';
import type { Rule } from '../rule';

/** Modes with a way out: the default bridge under its names, and podman's own. */
const OUTWARD = /^(bridge|default|private|slirp4netns(:.*)?|pasta(:.*)?|)$/;

export const restrictEgress: Rule = {
  id: 'MLPS-NET-008',
  name: 'restrict-egress',
  severity: 'warning',
  profile: 'mlps3',
  kinds: CONTAINER_KINDS,
  clauses: ['8.1.3.1 c', '~8.1.3.3 b'],
  rows: ['C10', 'C14', 'C15'],
  peers: ['CIS 5.30'],
  title: { en: 'Give containers no way out', 'zh-cn': '限制容器外联' },
  why: {
    en: 'A program that can reach the internet can send data there. Level 3 asks to limit connections from inside to outside.',
    'zh-cn': '能访问公网的程序就能外传数据。等保三级要求对内部设备联到外部网络的行为进行限制。',
  },
  remedy: {
    en: 'Put services on a network with `internal: true`; only the proxy is on two networks. A port published from a container whose only network is internal is not reachable.',
    'zh-cn': '将服务放在 `internal: true` 的网络上,仅代理同时连接两个网络。若容器只连接 internal 网络,其发布的端口将无法访问。',
  },
  messages: {
    bridge: {
      en: 'On the default bridge this container reaches the internet. Put it on a network made with --internal, behind a proxy.',
      'zh-cn': '该容器在默认网桥上可访问公网。请将其放入用 --internal 创建的网络,置于代理之后。',
    },
    network: {
      en: 'Through this network the container reaches the internet. Make it internal; only the proxy needs a second network.',
      'zh-cn': '容器可通过该网络访问公网。请将其设为 internal,仅代理需要第二个网络。',
    },
    internal: {
      en: 'Make the network internal (its containers no longer reach the outside)',
      'zh-cn': '将该网络设为 internal(其中的容器将无法访问外部)',
    },
  },
  check: {
    container(container, { containers, report }) {
      const { origin, networkMode, networkUses, networks, complete, name, anchor } = container;
      if (!complete) return;
      if (networkMode) {
        if (OUTWARD.test(networkMode.known ?? '-')) report({ place: networkMode.entry, message: 'bridge', service: name });
        return;
      }
      if (origin === 'run') {
        if (networks.length === 0) report({ place: anchor, message: 'bridge', service: name });
        return;
      }
      if (networkUses.some(({ internal, host }) => internal === undefined || host)) return;
      const open = networkUses.filter(({ internal }) => internal === false);
      const isProxy = container.ports.length > 0 && networkUses.length > 1;
      if (open.length === 0 || isProxy) return;
      const edits = open.length === 1 && canBeInternal(open[0]!, containers) ? open[0]!.makeInternal : undefined;
      report({ place: open[0]!.name.place, message: 'network', service: name, fixes: [{ safe: false, title: 'internal', edits }] });
    },
  },
};

/** Nobody on the network publishes a port without another leg to the outside: it would no longer be reachable. */
const canBeInternal = ({ name }: NetworkUse, containers: readonly Container[]): boolean =>
  containers.every(
    ({ ports, networkUses }) =>
      ports.length === 0 ||
      !networkUses.some((use) => use.name.resolved === name.resolved) ||
      networkUses.some((use) => use.name.resolved !== name.resolved && use.internal === false),
  );
