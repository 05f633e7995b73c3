/** Rules that iptables-save wrote and iptables-restore loads, ufw's own files among them. */
import { fileName } from '../../files';
import { linesIn } from '../text/lines';
import type { Firewall, FirewallStep } from './firewall';
import { chainsAfter } from './firewallTables';
import { hookOf, iptablesStep, savedPolicy } from './iptables';

const LONGEST = 4_000;

/** Words with quotes taken off. */
export const argumentsOf = (line: string): string[] =>
  [...line.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);

/** Never throws. */
export function readSavedRules(uri: string, text: string): Firewall {
  const family = /(?:v6|6(?:\.rules|tables.*)?)$/i.test(fileName(uri).replace(/\.rules$/i, '')) ? 'ipv6' : 'ipv4';
  const steps: FirewallStep[] = [];
  let table = 'filter';
  for (const { text: whole, at } of linesIn(text)) {
    const line = whole.slice(0, LONGEST);
    table = /^\*(\w+)/.exec(line)?.[1] ?? table;
    // Counters may stand in front.
    const rule = /^[ \t]*(?:\[\d+:\d+\][ \t]+)?(-[AI][ \t].*|:\S.*|--?[A-Za-z][-\w]*[ \t].*)$/
      .exec(line)?.[1]
      ?.trimEnd();
    if (rule !== undefined) {
      const start = at + line.lastIndexOf(rule);
      const context = { place: { uri, start, end: start + rule.length }, family, text: uri } as const;
      const words = argumentsOf(rule);
      const step = rule.startsWith(':')
        ? savedPolicy(words, context, table)
        : iptablesStep(['-t', table, ...words], context);
      if (step) steps.push(step);
    }
  }
  const isUfw = /\bufw6?-(?:user|before|after)-/.test(text);
  // ufw's files are parts of one ruleset, whose policy stands in its settings.
  return {
    uri,
    text,
    tool: 'iptables',
    isFile: true,
    isOpenEnded: isUfw,
    chains: chainsAfter('iptables', steps, ufwAware),
  };
}

/** The chains of ufw that those of the kernel lead to. */
function ufwAware(chain: string) {
  const ufw = /^ufw6?-user-(input|forward|output)$/.exec(chain)?.[1];
  return hookOf(ufw === undefined ? chain : ufw.toUpperCase());
}
