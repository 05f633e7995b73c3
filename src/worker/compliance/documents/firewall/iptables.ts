/**
 * The arguments of iptables and ip6tables, and the lines that iptables-save writes: the same words
 * (iptables(8), iptables-extensions(8)).
 */
import type { Place } from '../../model/value';
import { UNKNOWN } from '../../model/value';
import { valueIn } from '../../valueIn';
import { type FirewallRule, type FirewallStep, type Hook, ruleAt } from './firewall';
import { addressesOf, interfacesOf, portsOf, verdictOf } from './firewallWords';

const LONG: Readonly<Record<string, string>> = {
  '--append': '-A',
  '--insert': '-I',
  '--delete': '-D',
  '--replace': '-R',
  '--policy': '-P',
  '--flush': '-F',
  '--new-chain': '-N',
  '--new': '-N',
  '--delete-chain': '-X',
  '--table': '-t',
  '--protocol': '-p',
  '--proto': '-p',
  '--source': '-s',
  '--src': '-s',
  '--destination': '-d',
  '--dst': '-d',
  '--in-interface': '-i',
  '--out-interface': '-o',
  '--jump': '-j',
  '--goto': '-g',
  '--match': '-m',
  '--destination-port': '--dport',
  '--destination-ports': '--dports',
  '--state': '--ctstate',
};
const COMMANDS = new Set(['-A', '-I', '-D', '-R', '-P', '-F', '-N', '-X']);
/** Of targets that only count, log or mark. */
const GOES_ON = new Set([
  ...['LOG', 'NFLOG', 'ULOG', 'MARK', 'CONNMARK', 'SET', 'TRACE', 'AUDIT', 'CT', 'NOTRACK', 'TCPMSS', 'DSCP', 'TOS'],
  ...['TTL', 'HL', 'CLASSIFY', 'CHECKSUM', 'SECMARK', 'CONNSECMARK', 'LED', 'RATEEST', 'TEE', 'ACCOUNT'],
]);
/** Which of the packets they let through does not depend on where these come from. */
const LIMITS = new Set(['limit', 'hashlimit', 'connlimit', 'recent', 'statistic']);
/** Those that restrict nothing by themselves, or by options that are read. */
const PLAIN = new Set([
  'tcp',
  'udp',
  'sctp',
  'multiport',
  'state',
  'conntrack',
  'comment',
  'iprange',
  'set',
  'addrtype',
]);
const HOOKS: Readonly<Record<string, Hook>> = {
  INPUT: 'input',
  FORWARD: 'forward',
  OUTPUT: 'output',
  PREROUTING: 'prerouting',
  'DOCKER-USER': 'docker-user',
};

/** Of the chains that the kernel and Docker bring along. */
export const hookOf = (chain: string): Hook | undefined => valueIn(HOOKS, chain);

/** An option with the words behind it, up to the next one. */
interface Option {
  name: string;
  values: string[];
  isNegated: boolean;
}

/** `-p tcp ! -s 10.0.0.0/8 --dport=80`; also `-s ! 10.0.0.0/8` as it was written once. */
function optionsOf(words: readonly string[]): Option[] {
  const options: Option[] = [];
  let isNegated = false;
  for (const word of words) {
    const last = options.at(-1);
    if (word === '!') {
      if (last?.values.length === 0) last.isNegated = true;
      else isNegated = true;
    } else if (/^-(?:-[^=]|[a-zA-Z])/.test(word)) {
      const [, name, joined] = /^(--[^=]+|-[a-zA-Z])=?(.*)$/s.exec(word)!;
      const values = joined === '' ? [] : [joined!];
      options.push({ name: LONG[name!] ?? name!, values, isNegated });
      isNegated = false;
    } else last?.values.push(word);
  }
  return options;
}

export interface StepContext {
  place: Place;
  family: 'ipv4' | 'ipv6';
  isConditional?: boolean;
  /** The text that runs as a whole. */
  text?: unknown;
}

/** Undefined for what changes no rule. */
export function iptablesStep(words: readonly string[], context: StepContext): FirewallStep | undefined {
  const options = optionsOf(words);
  const command = options.find(({ name }) => COMMANDS.has(name));
  if (!command) return undefined;
  const { place, family, isConditional = false } = context;
  const table = options.find(({ name }) => name === '-t')?.values[0] ?? 'filter';
  const [chain = '', second] = command.values;
  const step = { place, family, table, chain, isConditional };
  const number = second !== undefined && /^\d+$/.test(second) ? Number(second) - 1 : undefined;
  const rule = () => ruleOf(options, command, number !== undefined, context);
  switch (command.name) {
    case '-A':
      return { ...step, act: 'add', rule: rule(), at: undefined };
    case '-I':
      return { ...step, act: 'add', rule: rule(), at: number ?? 0 };
    case '-D':
      return { ...step, act: 'delete', rule: number === undefined ? rule() : undefined, at: number };
    case '-P':
      return { ...step, act: 'policy', verdict: verdictOf(second ?? UNKNOWN) ?? 'unknown' };
    case '-N':
      return { ...step, act: 'chain', hook: undefined, policy: undefined };
    case '-F':
      return { ...step, act: 'flush' };
    default:
      return undefined;
  }
}

function ruleOf(
  options: readonly Option[],
  command: Option,
  isNumbered: boolean,
  { place, family, isConditional = false, text }: StepContext,
): FirewallRule {
  const rule: FirewallRule = { ...ruleAt(place), family, isConditional, text, isInserted: command.name === '-I' };
  // What no option was seen in front of is the shell's: `$EXTRA`, `"$@"`.
  if (command.values.length > (isNumbered ? 2 : 1)) rule.isPartial = true;
  for (const option of options) if (option !== command) narrow(rule, option);
  return rule;
}

function narrow(rule: FirewallRule, { name, values, isNegated }: Option): void {
  const value = values[0] ?? '';
  // More words than the option takes are of a variable, or of a sort that is not read.
  if (values.length > 1 && values.some((word) => word.includes(UNKNOWN))) rule.isPartial = true;
  switch (name) {
    case '-p':
      if (isNegated) rule.isPartial = true;
      else if (value !== 'all') rule.protocol = value.toLowerCase();
      return;
    case '--dport':
    case '--dports':
    case '--ports':
      rule.ports = isNegated ? [] : portsOf([value]);
      return;
    case '--ctorigdstport':
      rule.originalPorts = isNegated ? [] : portsOf([value]);
      return;
    case '-s':
      rule.source = addressesOf([value], isNegated) ?? rule.source;
      return;
    case '--src-range':
      rule.source = addressesOf([value], isNegated);
      return;
    case '-d':
      rule.destination = addressesOf([value], isNegated);
      return;
    case '-i':
      rule.inInterface = interfacesOf([value], isNegated);
      return;
    case '-o':
      rule.outInterface = interfacesOf([value], isNegated);
      return;
    case '--ctstate':
      rule.states = isNegated ? undefined : value.toLowerCase().split(',');
      if (isNegated) rule.isPartial = true;
      return;
    case '--match-set':
      if (values[1]?.startsWith('src') ?? true) rule.source = { names: [], isNegated };
      else rule.isPartial = true;
      return;
    case '--mac-source':
    case '--src-cc':
    case '--source-country':
      rule.source = { names: [], isNegated };
      return;
    case '--rcheck':
    case '--update':
      // Who knocked before.
      rule.source = { names: [], isNegated };
      return;
    case '--syn':
    case '-m':
      if (LIMITS.has(value)) rule.isLimited = true;
      else if (!PLAIN.has(value) && value !== '' && value !== rule.protocol) rule.isPartial = true;
      return;
    case '-j':
    case '-g':
      setTarget(rule, value);
      return;
    case '--dst-type':
    case '--sport':
    case '--sports':
    case '--icmp-type':
    case '--icmpv6-type':
    case '--tcp-flags':
      rule.isPartial = true;
      return;
  }
}

function setTarget(rule: FirewallRule, target: string): void {
  rule.verdict = verdictOf(target);
  if (rule.verdict === undefined && target !== '' && !GOES_ON.has(target)) {
    rule.jump = target;
    rule.verdict = 'unknown';
  }
}

/** `:INPUT DROP [0:0]` of a saved file. */
export function savedPolicy(words: readonly string[], { place, family }: StepContext, table: string): FirewallStep {
  const chain = words[0]!.slice(1);
  const verdict = words[1] === undefined || words[1] === '-' ? undefined : verdictOf(words[1]);
  return {
    ...{ place, family, table, chain, isConditional: false },
    act: 'chain',
    hook: hookOf(chain),
    policy: verdict,
  };
}
