/** Rich rules and direct rules of firewalld (firewall-cmd(1), firewalld.richlanguage(5)). */
import type { Place } from '../../model/value';
import { type FirewallRule, portsOf } from './firewallRule';
import { iptablesRule } from './iptables';

/** Undefined for what opens a port for everybody, and for what is no rule. */
export function firewallCmdRule(words: readonly string[], place: Place): FirewallRule | undefined {
  // `--direct --add-rule ipv4 filter DOCKER-USER 0 …`: arguments of iptables behind the priority.
  const direct = words.indexOf('--add-rule');
  if (words.includes('--direct') && direct >= 0)
    return iptablesRule(['-A', words[direct + 3] ?? '', ...words.slice(direct + 5)], place);
  const at = words.findIndex((word) => word === '--add-rich-rule' || word.startsWith('--add-rich-rule='));
  if (at < 0) return undefined;
  const rule = words[at] === '--add-rich-rule' ? (words[at + 1] ?? '') : words[at]!.slice(words[at]!.indexOf('=') + 1);
  const isOfDocker = words.some((word, i) =>
    /^--(?:zone|policy)=/.test(word)
      ? /=docker|^--policy/.test(word)
      : word === '--policy' || (word === '--zone' && words[i + 1] === 'docker'),
  );
  const verdict = /\b(?:drop|reject)\b/.test(rule) ? 'drop' : /\baccept\b/.test(rule) ? 'accept' : 'other';
  return {
    place,
    // Docker's interfaces are in a zone of their own; a policy stands before all zones.
    chain: isOfDocker ? 'DOCKER-USER' : 'INPUT',
    protocol: /\bprotocol=["']?(\w+)/.exec(rule)?.[1],
    ports: portsOf(/\bport\s(?:[^"']|["'][^"']*["'])*?\bport=["']?([\d-]+)/.exec(rule)?.[1] ?? ''),
    originalPorts: [],
    verdict,
    hasSource: /\bsource\b/.test(rule),
  };
}
