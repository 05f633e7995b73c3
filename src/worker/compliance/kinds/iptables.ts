/** Rules that iptables-save wrote and iptables-restore loads. */
import type { FirewallRule } from '../documents/firewall/firewallRule';
import { iptablesRule } from '../documents/firewall/iptables';
import { type FileKind, hashComment } from '../fileKind';

export const iptables: FileKind = {
  comment: hashComment,
  read: ({ uri, text }) => ({ firewall: savedRules(uri, text) }),
};

function savedRules(uri: string, text: string): FirewallRule[] {
  let table = 'filter';
  return [...text.matchAll(/^[^\r\n]*/gm)].flatMap(({ index, 0: line }) => {
    table = /^\*(\w+)/.exec(line)?.[1] ?? table;
    // Counters may stand in front.
    const rule = /^(?:\[\d+:\d+\] )?(-[AI] .*)$/.exec(line.slice(0, 4000))?.[1];
    if (rule === undefined) return [];
    const place = { uri, start: index + line.length - rule.length, end: index + line.trimEnd().length };
    return iptablesRule(['-t', table, ...rule.split(/\s+/)], place) ?? [];
  });
}
