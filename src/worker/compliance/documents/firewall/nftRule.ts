/** One rule of nftables: which packets it is for and what becomes of them (nft(8), EXPRESSIONS). */
import { UNKNOWN } from '../../model/value';
import type { FirewallRule } from './firewall';
import { addressesOf, interfacesOf, portsOf, verdictOf } from './firewallWords';
import type { NftToken } from './nftTokens';

/** What `define` and named sets stand for. */
export interface NftNames {
  variables: ReadonlyMap<string, readonly string[]>;
  sets: ReadonlyMap<string, readonly string[]>;
}

interface Operand {
  texts: string[];
  isNegated: boolean;
  /** `vmap`: what is written maps to verdicts. */
  isMap: boolean;
  /** What a named set or a variable holds is not told. */
  isUnknown: boolean;
}

const GOES_ON = new Set(['counter', 'log', 'continue', 'notrack']);
const TRANSPORTS = new Set(['tcp', 'udp', 'sctp', 'dccp', 'udplite', 'th']);

/** Reads on from word to word. */
class Words {
  #at = 0;
  constructor(
    private readonly tokens: readonly NftToken[],
    private readonly names: NftNames,
  ) {}

  next(): string | undefined {
    return this.tokens[this.#at++]?.text;
  }

  peek(): string | undefined {
    return this.tokens[this.#at]?.text;
  }

  skip(): void {
    this.#at++;
  }

  /** What stands behind an expression: a word, a list, a set, with its operator. */
  operand(): Operand {
    const operand: Operand = { texts: [], isNegated: false, isMap: false, isUnknown: false };
    if (/^(?:!=|ne|!)$/.test(this.peek() ?? '')) {
      operand.isNegated = true;
      this.skip();
    } else if (/^(?:==|eq)$/.test(this.peek() ?? '')) this.skip();
    else if (/^(?:[<>]=?|[lg][te]|&|and|or|\|)$/.test(this.peek() ?? '')) {
      operand.isUnknown = true;
      this.skip();
    } else if (this.peek() === 'vmap') {
      operand.isMap = true;
      this.skip();
    }
    if (this.peek() === '.') operand.isUnknown = true;
    else if (this.peek() === '{') this.#braces(operand);
    else {
      do this.#add(operand, this.next() ?? '');
      while (this.peek() === ',' && this.next());
    }
    if (this.peek() === '.') operand.isUnknown = true;
    return operand;
  }

  #braces(operand: Operand): void {
    let depth = 0;
    let isKey = true;
    for (let text = this.next(); text !== undefined; text = this.next()) {
      if (text === '{') depth++;
      else if (text === '}') {
        if (--depth === 0) return;
      } else if (text === ',') isKey = true;
      else if (operand.isMap) {
        // `22 : accept`, `22: accept`: what stands in front of the colon.
        if (isKey) this.#add(operand, text.replace(/:.*$/s, ''));
        isKey = false;
      } else this.#add(operand, text);
    }
  }

  #add(operand: Operand, text: string): void {
    const [, sign, name] = /^([$@])(.+)$/s.exec(text) ?? [];
    if (sign === undefined) operand.texts.push(text);
    else {
      const held = (sign === '$' ? this.names.variables : this.names.sets).get(name!);
      if (held) operand.texts.push(...held);
      else operand.isUnknown = true;
    }
  }
}

/** Narrows a rule by its words. */
export function readNftRule(rule: FirewallRule, tokens: readonly NftToken[], names: NftNames): FirewallRule {
  const words = new Words(tokens, names);
  for (let word = words.next(); word !== undefined; word = words.next()) {
    if (word === 'meta') continue;
    const verdict = verdictOf(word);
    if (verdict) {
      rule.verdict = verdict;
      break;
    }
    if (word === 'jump' || word === 'goto') {
      rule.jump = words.next() ?? UNKNOWN;
      rule.verdict = 'unknown';
      break;
    }
    if (word === 'comment' || word === 'prefix') words.skip();
    else if (word === 'limit' || word === 'quota') rule.isLimited = true;
    else if (!readExpression(rule, word, words) && !isOfStatement(word, rule)) rule.isPartial = true;
  }
  if (
    rule.verdict === undefined &&
    tokens.some(({ text }) => /^(?:queue|dnat|snat|redirect|masquerade|tproxy)$/.test(text))
  )
    rule.verdict = 'unknown';
  return rule;
}

/** Words of statements that let packets go on: `counter packets 0 bytes 0`, `log prefix "a"`. */
const isOfStatement = (word: string, rule: FirewallRule): boolean =>
  GOES_ON.has(word) ||
  /^(?:packets|bytes|level|group|flags|all|snaplen|queue-threshold|\d+)$/.test(word) ||
  (rule.isLimited && /^(?:rate|over|until|burst|[\d.]+(?:k|m)?(?:bytes)?\/\w+|second|minute|hour)$/.test(word));

/** Whether the word begins an expression, which is then read. */
function readExpression(rule: FirewallRule, word: string, words: Words): boolean {
  if (TRANSPORTS.has(word)) return readTransport(rule, word, words);
  switch (word) {
    case 'ip':
    case 'ip6':
      rule.family ??= word === 'ip' ? 'ipv4' : 'ipv6';
      return readAddress(rule, words);
    case 'iif':
    case 'iifname':
    case 'oif':
    case 'oifname': {
      const operand = words.operand();
      const interfaces = interfacesOf(operand.isUnknown ? [UNKNOWN] : operand.texts, operand.isNegated);
      if (word.startsWith('iif')) rule.inInterface = interfaces;
      else rule.outInterface = interfaces;
      return endOf(rule, operand);
    }
    case 'l4proto':
      return readProtocol(rule, words);
    case 'nfproto': {
      const { texts } = words.operand();
      rule.family = texts[0] === 'ipv4' ? 'ipv4' : texts[0] === 'ipv6' ? 'ipv6' : rule.family;
      return true;
    }
    case 'ct':
      return readConnection(rule, words);
    case 'icmp':
    case 'icmpv6':
      rule.protocol = word;
      words.skip();
      words.operand();
      rule.isPartial = true;
      return true;
    default:
      return false;
  }
}

/** What a map of verdicts or a concatenation makes of the rule. */
function endOf(rule: FirewallRule, { isMap, isUnknown }: Operand): true {
  if (isMap) rule.verdict = 'unknown';
  if (isUnknown && !isMap) rule.isPartial = true;
  return true;
}

function readTransport(rule: FirewallRule, protocol: string, words: Words): boolean {
  if (protocol !== 'th') rule.protocol = protocol;
  const field = words.next();
  const operand = words.operand();
  if (field !== 'dport') {
    rule.isPartial = true;
    return true;
  }
  rule.ports = operand.isNegated || operand.isUnknown ? [] : portsOf(operand.texts);
  if (operand.isMap) rule.verdict = 'unknown';
  return true;
}

function readAddress(rule: FirewallRule, words: Words): boolean {
  const field = words.next();
  if (field === 'protocol' || field === 'nexthdr') return readProtocol(rule, words);
  const operand = words.operand();
  const { texts, isNegated, isUnknown } = operand;
  const selection = isUnknown ? { names: [], isNegated } : addressesOf(texts, isNegated);
  if (field === 'saddr') rule.source = selection;
  else if (field === 'daddr') rule.destination = selection;
  else rule.isPartial = true;
  if (operand.isMap) rule.verdict = 'unknown';
  return true;
}

function readProtocol(rule: FirewallRule, words: Words): boolean {
  const operand = words.operand();
  const [only] = operand.texts;
  // Of several, the ports behind them are those of each.
  if (operand.texts.length === 1 && !operand.isNegated && !operand.isUnknown) rule.protocol = only;
  else if (operand.isNegated || !operand.texts.every((text) => TRANSPORTS.has(text))) rule.isPartial = true;
  return endOf(rule, operand);
}

function readConnection(rule: FirewallRule, words: Words): boolean {
  const field = words.next();
  if (field === 'original' || field === 'reply') {
    const inner = words.next();
    const operand = words.operand();
    if (field === 'original' && inner === 'proto-dst') rule.originalPorts = portsOf(operand.texts);
    else rule.isPartial = true;
    return true;
  }
  const operand = words.operand();
  if (field !== 'state') {
    rule.isPartial = true;
    return true;
  }
  rule.states = operand.texts.map((text) => text.toLowerCase());
  if (operand.isNegated) {
    rule.states = undefined;
    rule.isPartial = true;
  }
  return endOf(rule, operand);
}
