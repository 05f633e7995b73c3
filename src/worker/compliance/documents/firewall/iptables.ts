/**
 * The arguments of iptables and ip6tables, and the lines that iptables-save writes: the same words
 * (iptables(8), iptables-extensions(8)).
 */
import type { Place } from '../../model/value';
import { type FirewallRule, portsOf } from './firewallRule';

const VERDICTS: Record<string, FirewallRule['verdict']> = { ACCEPT: 'accept', DROP: 'drop', REJECT: 'drop' };

/** Undefined for what adds no rule to a chain of the filter, raw or mangle table. */
export function iptablesRule(words: readonly string[], place: Place): FirewallRule | undefined {
  const after = (...names: string[]): string | undefined => {
    const at = words.findIndex((word) => names.some((name) => word === name || word.startsWith(`${name}=`)));
    if (at < 0) return undefined;
    return words[at]!.includes('=') ? words[at]!.slice(words[at]!.indexOf('=') + 1) : words[at + 1];
  };
  const chain = after('-A', '--append', '-I', '--insert');
  if (chain === undefined || after('-t', '--table') === 'nat' || after('-i', '--in-interface') === 'lo')
    return undefined;
  return {
    place,
    chain,
    protocol: after('-p', '--protocol'),
    ports: portsOf(after('--dport', '--dports', '--destination-port', '--destination-ports') ?? ''),
    originalPorts: portsOf(after('--ctorigdstport') ?? ''),
    verdict: VERDICTS[after('-j', '--jump') ?? ''] ?? 'other',
    hasSource: after('-s', '--source', '--src', '--src-range', '--match-set') !== undefined,
  };
}
