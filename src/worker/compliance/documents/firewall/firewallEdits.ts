/** Writes rules of a firewall where they count; undefined where the text around does not allow it. */
import { portRangeText } from '../../model/port';
import type { Edit, Place } from '../../model/value';
import { lineBreakOf } from '../text/lines';
import { wholeLine } from '../text/wholeLine';
import type { Firewall, FirewallChain, FirewallRule } from './firewall';
import { covers } from './firewallMatch';

/** The line of a rule, which may stand behind `sudo` and in front of a semicolon. */
const lineOf = ({ uri, text }: Firewall, place: Place) =>
  place.uri === uri ? wholeLine(text, place, /^(?:sudo)?(?: ?;)?$/) : undefined;

/**
 * One rule to the other side of another one, each a line of its own and written the same way; for the
 * same packets the other one would be hidden instead.
 */
export function moveAcross(firewall: Firewall, rule: FirewallRule, other: FirewallRule): Edit[] | undefined {
  const [own, there] = [lineOf(firewall, rule.place), lineOf(firewall, other.place)];
  // Lines of other chains count where those are jumped into.
  if (covers(rule, other) || rule.isBehindJump || other.isBehindJump) return undefined;
  if (!own || !there || rule.isInserted !== other.isInserted || firewall.tool === 'firewalld') return undefined;
  const { uri, text } = firewall;
  const line = text.slice(own.start, own.end);
  const br = lineBreakOf(text);
  const isBehind = own.start > there.start;
  const at = isBehind ? there.start : there.end;
  // With its own line break; the last line, which has none, with that of the line before.
  const feed = text.indexOf('\n', own.end);
  const before = Math.max(0, own.start - (text.startsWith('\r\n', own.start - 2) ? 2 : 1));
  const [from, to] = feed < 0 ? [before, text.length] : [own.start, feed + 1];
  return [
    { uri, start: from, end: to, newText: '' },
    { uri, start: at, end: at, newText: isBehind ? line + br : br + line },
  ];
}

/** Drops what the rules allow to some, in lines behind the last rule of their chain. */
export function dropBehind(
  firewall: Firewall,
  chain: FirewallChain,
  allowed: readonly FirewallRule[],
): Edit[] | undefined {
  if (chain.rules.some(({ isConditional }) => isConditional)) return undefined;
  // Behind what lets in everybody nothing is dropped.
  if (allowed.some(({ source, inInterface }) => !source && !inInterface)) return undefined;
  const last = chain.rules.reduce((a, b) => (b.place.end > a.place.end ? b : a));
  const line = lineOf(firewall, last.place);
  const { uri, text } = firewall;
  const written = text.slice(last.place.start, last.place.end);
  const head = headOf(firewall, written);
  if (!line || head === undefined) return undefined;
  const indent = /^[ \t]*(?:sudo[ \t]+)?/.exec(text.slice(line.start, line.end))![0];
  const drops = new Set(allowed.map((rule) => dropOf(firewall, chain, rule)));
  if (drops.has(undefined)) return undefined;
  const newText = [...drops].map((drop) => `${lineBreakOf(text)}${indent}${head}${drop}`).join('');
  return [{ uri, start: line.end, end: line.end, newText }];
}

/** What stands in front of a rule of the tool: its command, up to the chain. */
function headOf({ tool }: Firewall, written: string): string | undefined {
  if (tool === 'nft') {
    const command = /^(\S*nft[ \t]+)(?:add|insert)([ \t]+rule[ \t]+(?:(?:ip6?|inet)[ \t]+)?\S+[ \t]+\S+[ \t]+)/.exec(
      written,
    );
    if (command) return `${command[1]}add${command[2]}`;
    return /\bnft\b/.test(written.slice(0, 40)) ? undefined : '';
  }
  const command = /^((?:\S*ip6?tables\S*[ \t]+)?)-/.exec(written);
  return tool === 'iptables' ? command?.[1] : undefined;
}

function dropOf(
  { tool }: Firewall,
  { name }: FirewallChain,
  { protocol, ports, family }: FirewallRule,
): string | undefined {
  if (!ports || ports.length === 0 || (protocol !== 'tcp' && protocol !== 'udp')) return undefined;
  const list = (sign: string) => ports.map((range) => portRangeText(range, sign));
  if (tool === 'nft') {
    const all = list('-');
    return `${protocol} dport ${all.length > 1 ? `{ ${all.join(', ')} }` : all[0]} drop`;
  }
  const all = list(':');
  const match = all.length > 1 ? `-m multiport --dports ${all.join(',')}` : `--dport ${all[0]}`;
  return family ? `-A ${name} -p ${protocol} ${match} -j DROP` : undefined;
}
