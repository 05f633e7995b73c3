/** What the rules of a host's firewall do to ports that Docker publishes (fact T22). */
import type { Firewall, FirewallChain, FirewallRule, FirewallTool, Hook } from '../documents/firewall/firewall';
import { isForNew } from '../documents/firewall/firewallMatch';
import { type FirstOverlapping, firstOverlapping } from '../firstOverlapping';
import { getOrMake } from '../getOrMake';
import type { PortRange, PublishedPort } from '../model/container';

/** A rule with where its packets pass. */
export interface Placed extends FirewallRule {
  hook: Hook | undefined;
  chain: string;
  tool: FirewallTool;
  /** Among all rules of all tools. */
  number: number;
}

export interface RulesForPorts {
  /** Whether any rule is meant to restrict a port, in a chain that published ports do not pass. */
  hasIdle: boolean;
  /** Those that are meant for the port: the first of each tool tells of the others. */
  idle(port: PublishedPort): Placed[];
  /**
   * Whether a rule that published ports do pass restricts this one: by its port as clients know it,
   * or as the container does, or for all.
   */
  areReaching(port: PublishedPort): boolean;
  /** Whether a rule of the host lets everybody reach the port, as it was meant. */
  letIn(port: PublishedPort): boolean;
}

/** Of one protocol, by the ports that they are for. */
interface ByPorts {
  idle: Map<FirewallTool, FirstOverlapping<Placed>>;
  original: FirstOverlapping<Placed>;
  prerouting: FirstOverlapping<Placed>;
  translated: FirstOverlapping<Placed>;
  lettingIn: FirstOverlapping<Placed>;
}

const EVERY_PORT: PortRange = { first: 0, last: 65_535 };

/** @param isNative Docker does without iptables, and never asks `DOCKER-USER` */
export function rulesForPorts(placed: readonly Placed[], isNative: boolean): RulesForPorts {
  const byProtocol = new Map<PublishedPort['protocol'], ByPorts>();
  const rulesOf = ({ protocol }: PublishedPort) =>
    getOrMake(byProtocol, protocol, () =>
      byPorts(
        placed.filter((rule) => isOfProtocol(rule, protocol)),
        isNative,
      ),
    );
  return {
    hasIdle: placed.some((rule) => isIdle(rule, isNative)),
    idle: (port) =>
      [...rulesOf(port).idle.values()]
        .flatMap((rules) => rules.first(hostPorts(port)) ?? [])
        .sort((a, b) => a.number - b.number),
    areReaching(port) {
      const { original, prerouting, translated } = rulesOf(port);
      return (
        (original.first(hostPorts(port)) ??
          prerouting.first(hostPorts(port)) ??
          translated.first(port.containerPorts.known ?? EVERY_PORT)) !== undefined
      );
    },
    letIn: (port) => rulesOf(port).lettingIn.first(hostPorts(port)) !== undefined,
  };
}

const hostPorts = ({ hostPorts }: PublishedPort): PortRange => hostPorts?.known ?? EVERY_PORT;

function byPorts(placed: readonly Placed[], isNative: boolean): ByPorts {
  const out: ByPorts = {
    idle: new Map(),
    original: firstOverlapping(),
    prerouting: firstOverlapping(),
    translated: firstOverlapping(),
    lettingIn: firstOverlapping(),
  };
  for (const rule of placed) {
    const add = (rules: FirstOverlapping<Placed>, ports: readonly PortRange[] | undefined) => {
      for (const range of ports && ports.length > 0 ? ports : [EVERY_PORT]) rules.add(range, rule);
    };
    const { hook, ports, originalPorts, tool } = rule;
    if (isIdle(rule, isNative)) add(getOrMake(out.idle, tool, firstOverlapping<Placed>), portsOfClients(rule));
    if (letsIn(rule)) add(out.lettingIn, (ports ?? []).length === 0 ? undefined : portsOfClients(rule));
    if (!isReaching(rule, isNative)) continue;
    if (originalPorts !== undefined) add(out.original, originalPorts);
    else add(hook === 'prerouting' ? out.prerouting : out.translated, ports);
  }
  return out;
}

/** Of chains without a name people know: the tool's own word. */
export const nameOfChain = ({ tool, name }: FirewallChain): string =>
  tool === 'firewalld' && name !== 'DOCKER-USER' && !/^[A-Z]+$/.test(name) ? 'INPUT' : name;

export const placedRules = (firewalls: readonly Firewall[]): Placed[] =>
  firewalls
    .flatMap(({ chains }) => chains)
    .filter(({ hook, table }) => hook !== undefined && hook !== 'output' && table !== 'nat')
    .flatMap((chain) => chain.rules.map((rule) => ({ rule, chain })))
    .map(({ rule, chain }, number) => ({
      ...rule,
      hook: chain.hook,
      chain: nameOfChain(chain),
      tool: chain.tool,
      number,
    }));

/** Of the host itself, or of its containers. */
const INNER = /^(?:lo|docker\d*|br-.*)$/;

/** As clients know them, where that is asked for. */
const portsOfClients = ({ originalPorts, ports }: FirewallRule) => originalPorts ?? ports;

function isIdle(rule: Placed, isNative: boolean): boolean {
  const { hook, verdict, source, isLimited, inInterface, chain, states } = rule;
  const ports = portsOfClients(rule);
  const isPassed = hook !== 'input' && !(isNative && hook === 'docker-user' && chain === 'DOCKER-USER');
  if (isPassed || !ports || ports.length === 0 || !isForNew({ states })) return false;
  if (inInterface && !inInterface.isNegated && inInterface.names.every((name) => INNER.test(name))) return false;
  return verdict === 'drop' || (verdict === 'accept' && (source !== undefined || isLimited));
}

const isOfProtocol = (rule: FirewallRule, protocol: PublishedPort['protocol']): boolean =>
  rule.protocol === undefined || protocol === 'unknown' || rule.protocol === protocol;

const letsIn = (rule: Placed): boolean =>
  rule.hook === 'input' && rule.verdict !== 'drop' && isForNew(rule) && rule.inInterface === undefined;

const isReaching = (rule: Placed, isNative: boolean): boolean =>
  rule.hook !== 'input' &&
  !(isNative && rule.chain === 'DOCKER-USER') &&
  (rule.verdict === 'drop' || rule.verdict === 'unknown') &&
  isForNew(rule);
