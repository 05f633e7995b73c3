/** What zones and policies of firewalld let in, from commands and files alike (firewalld.zone(5)). */
import type { Place } from '../../model/value';
import { valueIn } from '../../valueIn';
import { type FirewallChain, type FirewallRule, MAX_RULES, type Verdict } from './firewall';
import { criteriaOf } from './firewallCriteria';
import { verdictOf } from './firewallWords';
import type { Ranked } from './richRule';

/** Zones that firewalld, libvirt and Docker bring along with a target of their own. */
const TARGETS: Readonly<Record<string, Verdict>> = {
  trusted: 'accept',
  docker: 'accept',
  libvirt: 'accept',
  'libvirt-routed': 'accept',
  'nm-shared': 'accept',
};
/** Where strangers come from; the zone without a name is the default one. */
const PUBLIC = new Set(['', 'public', 'external', 'dmz', 'FedoraServer', 'FedoraWorkstation']);

export interface Zone {
  /** Empty: the default one. */
  name: string;
  isPolicy: boolean;
  /** What is written of it. */
  target: { verdict: Verdict; place: Place } | undefined;
  /** It is for these sources. */
  hasSources: boolean;
  hasInterfaces: boolean;
  rules: Set<Ranked>;
  /** The same by what they are for. */
  byCriteria: Map<string, Ranked[]>;
}

export const zoneNamed = (name: string, isPolicy = false): Zone => ({
  ...{ name, isPolicy, target: undefined },
  ...{ hasSources: false, hasInterfaces: false, rules: new Set(), byCriteria: new Map() },
});

export function addTo(zone: Zone, ranked: Ranked): void {
  if (zone.rules.size >= MAX_RULES) return;
  zone.rules.add(ranked);
  const criteria = criteriaOf(ranked.rule);
  const same = zone.byCriteria.get(criteria);
  if (same) same.push(ranked);
  else zone.byCriteria.set(criteria, [ranked]);
}

/** Takes away all that are for the same and do the same. */
export function removeFrom(zone: Zone, rule: FirewallRule): void {
  const criteria = criteriaOf(rule);
  for (const ranked of zone.byCriteria.get(criteria) ?? []) zone.rules.delete(ranked);
  zone.byCriteria.delete(criteria);
}

/** `DROP`, `%%REJECT%%`, `default`. */
export const targetVerdict = (written: string): Verdict =>
  verdictOf(written.replace(/%/g, '')) ?? (written === 'default' ? 'drop' : 'unknown');

/** What firewalld has a zone do with the rest of the packets. */
export const targetOf = (zone: Zone): Verdict => zone.target?.verdict ?? valueIn(TARGETS, zone.name) ?? 'drop';

/** Whether such a zone has that target by itself. */
export const isAcceptingByNature = (name: string): boolean => Object.hasOwn(TARGETS, name);

/**
 * The zone as a chain: rich rules by priority, what denies before what allows; Docker's interfaces
 * are in a zone of their own, and a policy stands before all zones.
 */
export function zoneChain(zone: Zone): FirewallChain {
  const { name, isPolicy, target } = zone;
  const isDocker = isPolicy || name === 'docker';
  const rank = ({ rule }: Ranked) => (rule.verdict === 'drop' ? 0 : 1);
  const rules = [...zone.rules]
    .sort((a, b) => a.priority - b.priority || rank(a) - rank(b))
    .map(({ rule }) => withSources(rule, zone));
  return {
    tool: 'firewalld',
    family: undefined,
    table: isPolicy ? 'policy' : 'zone',
    name,
    hook: isDocker ? 'docker-user' : 'input',
    policy: target,
    rules,
  };
}

/**
 * What opens a port of a zone opens it to those whom the zone is for; whom a zone without sources and
 * interfaces is for is not known.
 */
function withSources(rule: FirewallRule, { name, isPolicy, hasSources, hasInterfaces }: Zone): FirewallRule {
  if (rule.source !== undefined || isPolicy || PUBLIC.has(name)) return rule;
  if (hasSources && !hasInterfaces) return { ...rule, source: { names: [], isNegated: false } };
  return hasInterfaces ? rule : { ...rule, isPartial: true };
}
