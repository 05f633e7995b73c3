/** A rich rule of firewalld (firewalld.richlanguage(5)). */
import { UNKNOWN } from '../../model/value';
import { type FirewallRule, ruleAt } from './firewall';
import { addressesOf, portsOf, servicePorts, verdictOf } from './firewallWords';
import type { StepContext } from './iptables';

/** What is asked before what: by number, then what denies (a zone's own ports come last). */
export interface Ranked {
  rule: FirewallRule;
  priority: number;
}

const ELEMENTS =
  /^(?:source|destination|service|port|protocol|icmp-block|icmp-type|masquerade|forward-port|source-port)$/;

/** `rule family="ipv4" source address="10.0.0.0/8" port port="80" protocol="tcp" accept`. */
export function readRichRule(written: string, context: Omit<StepContext, 'family'>): Ranked {
  const words = [...written.slice(0, 4_000).matchAll(/([\w-]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g)];
  const attributes: [element: string, name: string, value: string | undefined][] = [];
  let element = 'rule';
  let isNegated = false;
  const verdicts: string[] = [];
  for (const [, name = '', double, single, bare] of words) {
    const value = double ?? single ?? bare;
    if (value === undefined && (verdictOf(name) || name === 'mark')) verdicts.push(name);
    else if (value === undefined && /^(?:NOT|not)$/.test(name)) isNegated = true;
    else if (value === undefined && (ELEMENTS.test(name) || /^(?:log|audit|nflog|limit)$/.test(name))) element = name;
    // `invert="True"` and `NOT` say the same.
    else if (name === 'invert') isNegated ||= /^(?:true|yes)$/i.test(value ?? '');
    else attributes.push([element, name, value]);
  }
  if (written.replace(/=(?:"[^"]*"|'[^']*'|\S+)/g, '').includes(UNKNOWN)) verdicts.push(UNKNOWN);
  return richRuleOf(attributes, verdicts, isNegated, context);
}

/** The rule of elements with attributes, as rich rules and zone files have them. */
export function richRuleOf(
  attributes: readonly (readonly [element: string, name: string, value: string | undefined])[],
  verdicts: readonly string[],
  isNegated: boolean,
  { place, text, isConditional = false }: Omit<StepContext, 'family'>,
): Ranked {
  const of = (element: string, name: string) => attributes.find(([e, n]) => e === element && n === name)?.[2];
  const rule: FirewallRule = { ...ruleAt(place), text, isConditional };
  const family = of('rule', 'family');
  if (family === 'ipv4' || family === 'ipv6') rule.family = family;
  const address = of('source', 'address');
  if (address !== undefined) rule.source = addressesOf([address], isNegated);
  else if (attributes.some(([element]) => element === 'source')) rule.source = { names: [], isNegated };
  const destination = of('destination', 'address');
  if (destination !== undefined) rule.destination = addressesOf([destination]);
  const service = of('service', 'name');
  const port = of('port', 'port');
  if (port !== undefined) {
    rule.ports = portsOf([port]);
    rule.protocol = of('port', 'protocol');
  } else if (service !== undefined) Object.assign(rule, servicePorts(service));
  else if (attributes.some(([element]) => /^(?:protocol|icmp-|masquerade|forward-port|source-port)/.test(element)))
    rule.isPartial = true;
  if (of('limit', 'value') !== undefined && verdicts[0] === 'accept') rule.isLimited = true;
  rule.verdict = verdicts.map((word) => verdictOf(word)).find((verdict) => verdict !== undefined) ?? undefined;
  if (verdicts.includes(UNKNOWN)) rule.verdict = 'unknown';
  return { rule, priority: Number(of('rule', 'priority') ?? 0) || 0 };
}
