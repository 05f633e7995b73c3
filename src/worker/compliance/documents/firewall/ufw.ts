/**
 * The words of ufw(8): `allow 22/tcp`, `deny from 10.0.0.0/8 to any port 8080 proto tcp`, `route
 * allow …`, `default deny incoming`.
 */
import { valueIn } from '../../valueIn';
import { type FirewallRule, type FirewallStep, type Hook, ruleAt, type Verdict } from './firewall';
import { addressesOf, interfacesOf, portsOf, servicePorts, verdictOf } from './firewallWords';
import type { StepContext } from './iptables';

/** Rules of ufw stand in chains of its own; people know them by those that lead there. */
const HOOKS: Readonly<Record<string, Hook>> = { INPUT: 'input', FORWARD: 'forward', OUTPUT: 'output' };
export const ufwHookOf = (chain: string): Hook | undefined => valueIn(HOOKS, chain);

const DIRECTIONS: Readonly<Record<string, string>> = { incoming: 'INPUT', outgoing: 'OUTPUT', routed: 'FORWARD' };

/** Undefined for what changes no rule. */
export function ufwStep(words: readonly string[], context: Omit<StepContext, 'family'>): FirewallStep | undefined {
  const { place, isConditional = false } = context;
  const rest = words.filter((word) => !/^--(?:force|dry-run)$/.test(word));
  const step = { place, family: undefined, table: 'ufw', isConditional };
  if (rest[0] === 'default') return policyStep(rest, step);
  if (rest[0] === 'reset') return { ...step, table: '', chain: '', act: 'flush' };
  let chain = 'INPUT';
  if (rest[0] === 'rule') rest.shift();
  if (rest[0] === 'route') {
    rest.shift();
    chain = 'FORWARD';
  }
  const isDeleted = rest[0] === 'delete';
  if (isDeleted) rest.shift();
  let at: number | undefined;
  if (rest[0] === 'insert' || rest[0] === 'prepend') {
    at = rest[0] === 'insert' ? Math.max(0, Number(rest[1]) - 1) || 0 : 0;
    rest.splice(0, rest[0] === 'insert' ? 2 : 1);
  }
  if (isDeleted && /^\d+$/.test(rest[0] ?? '')) return undefined;
  const [action = '', direction] = rest;
  const verdict = action === 'limit' || action === 'allow' ? 'accept' : verdictOf(action);
  if (verdict !== 'accept' && verdict !== 'drop') return undefined;
  if (direction === 'out' && chain === 'INPUT') chain = 'OUTPUT';
  const rule = ruleOf(rest.slice(1), context, verdict);
  rule.isInserted = at !== undefined;
  if (action === 'limit') rule.isLimited = true;
  return isDeleted ? { ...step, chain, act: 'delete', rule, at: undefined } : { ...step, chain, act: 'add', rule, at };
}

function policyStep(
  [, ...words]: readonly string[],
  step: Omit<FirewallStep, 'act' | 'chain'>,
): FirewallStep | undefined {
  const action = words.find((word) => /^(?:allow|deny|reject)$/.test(word));
  if (action === undefined) return undefined;
  const verdict: Verdict = action === 'allow' ? 'accept' : 'drop';
  const chain = words.flatMap((word) => valueIn(DIRECTIONS, word) ?? [])[0] ?? 'INPUT';
  return { ...step, chain, act: 'policy', verdict };
}

function ruleOf(
  words: readonly string[],
  { place, text, isConditional = false }: Omit<StepContext, 'family'>,
  verdict: Verdict,
) {
  const rule: FirewallRule = { ...ruleAt(place), text, isConditional, verdict };
  let side: 'from' | 'to' = 'to';
  let direction = 'in';
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (word === 'in' || word === 'out') direction = word;
    else if (word === 'on') {
      const names = interfacesOf([words[++at] ?? '']);
      if (direction === 'in') rule.inInterface = names;
      else rule.outInterface = names;
    } else if (word === 'proto') rule.protocol = words[++at];
    else if (word === 'from' || word === 'to') {
      side = word;
      const addresses = addressesOf([words[++at] ?? '']);
      if (side === 'from') rule.source = addresses;
      else rule.destination = addresses;
    } else if (word === 'port' || word === 'app') {
      const value = words[++at] ?? '';
      if (side === 'to') setPorts(rule, value);
      else rule.isPartial = true;
    } else if (word === 'comment') at++;
    else if (!/^(?:log|log-all)$/.test(word)) setPorts(rule, word);
  }
  return rule;
}

/** `22`, `22/tcp`, `80,443/tcp`, `OpenSSH`. */
function setPorts(rule: FirewallRule, written: string): void {
  const [, ports, protocol] = /^(.*?)(?:\/(tcp|udp))?$/s.exec(written)!;
  rule.protocol ??= protocol;
  rule.ports = portsOf([ports!]);
  rule.protocol ??= servicePorts(ports!).protocol;
}
