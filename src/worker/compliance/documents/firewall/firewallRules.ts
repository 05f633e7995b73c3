/** The firewall rules that commands set. */
import type { Place } from '../../model/value';
import type { ShellCommand } from '../shell/shellTypes';
import { firewallCmdRule } from './firewallCmd';
import type { FirewallRule } from './firewallRule';
import { iptablesRule } from './iptables';
import { ufwRule } from './ufw';

const READERS: Record<string, (words: readonly string[], place: Place) => FirewallRule | undefined> = {
  iptables: iptablesRule,
  ip6tables: iptablesRule,
  'iptables-nft': iptablesRule,
  'iptables-legacy': iptablesRule,
  ufw: ufwRule,
  'firewall-cmd': firewallCmdRule,
};

export function firewallRules(uri: string, commands: readonly ShellCommand[]): FirewallRule[] {
  return commands.flatMap(({ name, words }) => {
    const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
    if (!reader) return [];
    const place = { uri, start: words[0]!.start, end: words.at(-1)!.end };
    return (
      reader(
        words.slice(1).map((word) => word.resolved),
        place,
      ) ?? []
    );
  });
}
