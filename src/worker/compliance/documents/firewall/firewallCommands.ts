/** What the commands of a script say to the firewall of their host, a tool each. */
import type { Place } from '../../model/value';
import type { Script } from '../shell/script';
import type { ShellCommand } from '../shell/shellTypes';
import type { Firewall, FirewallStep, FirewallTool } from './firewall';
import { type Firewalld, runFirewallCmd } from './firewallCmd';
import { zoneChain } from './firewalldZones';
import { chainsAfter } from './firewallTables';
import { hookOf, iptablesStep } from './iptables';
import { readNft } from './nftRuleset';
import { ufwHookOf, ufwStep } from './ufw';

const TOOLS: ReadonlyMap<string, FirewallTool> = new Map([
  ['iptables', 'iptables'],
  ['iptables-nft', 'iptables'],
  ['iptables-legacy', 'iptables'],
  ['ip6tables', 'iptables'],
  ['ip6tables-nft', 'iptables'],
  ['ip6tables-legacy', 'iptables'],
  ['iptables-restore', 'iptables'],
  ['ip6tables-restore', 'iptables'],
  ['nft', 'nft'],
  ['ufw', 'ufw'],
  ['firewall-cmd', 'firewalld'],
  ['firewall-offline-cmd', 'firewalld'],
]);

/** Whose firewall a command sets; undefined for other commands. */
export const firewallToolOf = ({ name }: ShellCommand): FirewallTool | undefined => TOOLS.get(name);

/** What one command does to the rules of its tool. */
interface Collected {
  steps: FirewallStep[];
  firewalld: Firewalld;
  isOpenEnded: boolean;
}

export function firewallsOfCommands({ uri, text, commands }: Script): Firewall[] {
  const found = new Map<FirewallTool, Collected>();
  let isOpenEnded = false;
  for (const command of commands) {
    const tool = firewallToolOf(command);
    // What another script sets is not in sight.
    if (/^(?:\.|source)$/.test(command.words[0]?.known ?? '')) isOpenEnded = true;
    if (!tool) continue;
    let own = found.get(tool);
    if (!own) found.set(tool, (own = { steps: [], firewalld: { zones: new Map(), direct: [] }, isOpenEnded: false }));
    collect(tool, uri, command, own);
  }
  return [...found].map(([tool, own]) => ({
    ...{ uri, text, tool, isFile: false },
    isOpenEnded: isOpenEnded || own.isOpenEnded,
    chains: [
      ...[...own.firewalld.zones.values()].map(zoneChain),
      ...chainsAfter(tool, [...own.steps, ...own.firewalld.direct], tool === 'ufw' ? ufwHookOf : hookOf),
    ],
  }));
}

function collect(tool: FirewallTool, uri: string, command: ShellCommand, into: Collected): void {
  const { name, words, script, conditional: isConditional } = command;
  const place: Place = { uri, start: words[0]!.start, end: words.at(-1)!.end };
  const texts = words.slice(1).map(({ resolved }) => resolved);
  const context = { place, isConditional, text: script };
  const push = (step: FirewallStep | undefined) => step && into.steps.push(step);
  if (tool === 'ufw') push(ufwStep(texts, context));
  else if (tool === 'firewalld') runFirewallCmd(texts, context, into.firewalld);
  else if (tool === 'nft') collectNft(uri, command, place, into);
  else if (name.endsWith('-restore')) into.isOpenEnded = true;
  else push(iptablesStep(texts, { ...context, family: name.startsWith('ip6') ? 'ipv6' : 'ipv4' }));
}

function collectNft(uri: string, command: ShellCommand, place: Place, into: Collected): void {
  const { words, redirects, conditional: isConditional, script: text } = command;
  const body = redirects.find(({ heredoc }) => heredoc)?.heredoc;
  if (words.some(({ resolved }) => /^-\w*f$|^--file/.test(resolved))) {
    if (!body) {
      into.isOpenEnded = true;
      return;
    }
    const read = readNft(body.text, { isConditional, text, place: (from, to) => ({ uri, ...body.place(from, to) }) });
    for (const step of read.steps) into.steps.push(step);
    into.isOpenEnded ||= read.hasIncludes;
    return;
  }
  const line = words
    .slice(1)
    .map(({ resolved }) => resolved)
    .filter((word) => !word.startsWith('-'))
    .join(' ');
  for (const step of readNft(line, { isConditional, text, place: () => place }).steps) into.steps.push(step);
}
