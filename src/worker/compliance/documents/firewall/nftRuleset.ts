/** Reads an nftables ruleset into what it does to the chains (nft(8)); never throws, linear. */
import type { Place } from '../../model/value';
import { valueIn } from '../../valueIn';
import { type FirewallRule, type FirewallStep, ruleAt } from './firewall';
import { verdictOf } from './firewallWords';
import { FAMILIES, HOOKS, isFamily, OTHER_FAMILIES } from './nftNames';
import { readNftRule } from './nftRule';
import { type NftToken, nftTokens } from './nftTokens';

export interface NftRuleset {
  steps: FirewallStep[];
  /** Other files are loaded. */
  hasIncludes: boolean;
}

export interface NftContext {
  place(from: number, to: number): Place;
  isConditional?: boolean;
  /** The text that runs as a whole. */
  text?: unknown;
}

const MAX_NAMES = 1_000;

/** Where the reader is: in a table, in a chain of it. */
interface Room {
  family: FirewallStep['family'];
  table: string;
  chain: string | undefined;
  /** Of link layers, which the rules here do not judge. */
  isOther: boolean;
}

export function readNft(text: string, context: NftContext): NftRuleset {
  return new Reader(text, context).read();
}

class Reader {
  readonly #tokens: (NftToken | undefined)[];
  readonly #out: NftRuleset = { steps: [], hasIncludes: false };
  readonly #names = { variables: new Map<string, string[]>(), sets: new Map<string, string[]>() };
  #at = 0;

  constructor(
    text: string,
    private readonly context: NftContext,
  ) {
    this.#tokens = nftTokens(text);
  }

  read(): NftRuleset {
    this.#outermost(() => this.#command());
    return this.#out;
  }

  /** One statement of the outermost level. */
  #command(): void {
    const head = this.#statement(true);
    const [first, ...rest] = head.map(({ text }) => text);
    switch (first) {
      case undefined:
        if (this.#opens()) this.#skipBlock();
        return;
      case 'define':
        if (this.#names.variables.size < MAX_NAMES) this.#names.variables.set(rest[0] ?? '', this.#list(head.slice(3)));
        return;
      case 'include':
        this.#out.hasIncludes = true;
        return;
      case 'table':
        this.#table(rest);
        return;
      case 'add':
      case 'create':
      case 'insert':
      case 'flush':
      case 'delete':
        this.#change(first, head);
        return;
      default:
        if (this.#opens()) this.#skipBlock();
    }
  }

  /** `table inet filter {`, from its brace on. */
  #table(words: readonly string[]): void {
    const room = this.#roomOf(words);
    if (!this.#opens()) return;
    this.#at++;
    this.#inside(() => {
      const head = this.#statement(true);
      const [sort, name = ''] = head.map(({ text }) => text);
      if (sort === 'define') this.#names.variables.set(name, this.#list(head.slice(3)));
      if (sort === 'include') this.#out.hasIncludes = true;
      if (!this.#opens()) return;
      if (sort === 'chain') this.#chain({ ...room, chain: name }, head);
      else this.#set(name);
    });
  }

  #chain(room: Room, head: readonly NftToken[]): void {
    this.#push({ ...this.#step(room, head), act: 'chain', hook: undefined, policy: undefined }, room);
    this.#at++;
    this.#inside(() => this.#inChain(room, this.#statement(false)));
  }

  /** A line of a chain: what it is hooked to, its policy, or a rule. */
  #inChain(room: Room, line: readonly NftToken[]): void {
    const [first] = line;
    if (!first) return;
    const words = line.map(({ text }) => text);
    if (first.text === 'type') {
      const hook = words[1] === 'filter' ? valueIn(HOOKS, words[words.indexOf('hook') + 1] ?? '') : undefined;
      this.#push({ ...this.#step(room, line), act: 'chain', hook, policy: undefined }, room);
    } else if (first.text === 'policy')
      this.#push({ ...this.#step(room, line), act: 'policy', verdict: verdictOf(words[1] ?? '') ?? 'unknown' }, room);
    else if (!/^(?:comment|flags|devices?|handle)$/.test(first.text))
      this.#push({ ...this.#step(room, line), act: 'add', rule: this.#rule(room, line, line), at: undefined }, room);
  }

  /** `set a { type inet_service; elements = { 22, 80 } }`, from its brace on. */
  #set(name: string): void {
    this.#at++;
    let elements: string[] | undefined;
    let isChanging = false;
    this.#inside(() => {
      const line = this.#statement(false);
      if (line[0]?.text === 'elements') elements = this.#list(line.slice(2));
      if (line[0]?.text === 'flags') isChanging = line.some(({ text }) => text === 'dynamic' || text === 'timeout');
    });
    if (elements && !isChanging && this.#names.sets.size < MAX_NAMES) this.#names.sets.set(name, elements);
  }

  /** `add rule inet filter input …`, `flush ruleset`. */
  #change(verb: string, head: readonly NftToken[]): void {
    const words = head.map(({ text }) => text);
    const [, sort = ''] = words;
    const hasFamily = isFamily(words[2] ?? '');
    const names = hasFamily ? 3 : 2;
    const room = this.#roomOf(words.slice(2));
    const chain = words[names + 1];
    if (verb === 'flush' || verb === 'delete') {
      if (sort === 'ruleset') room.table = '';
      if (!/^(?:ruleset|table|chain)$/.test(sort)) return;
      const step = this.#step({ ...room, chain: sort === 'chain' ? chain : '' }, head);
      this.#push({ ...step, act: 'flush' }, room);
    } else if (sort === 'table') this.#table(words.slice(2));
    else if (sort === 'chain' && this.#opens()) this.#chain({ ...room, chain }, head);
    else if (sort === 'rule' && chain !== undefined) {
      const own = { ...room, chain };
      let rest = head.slice(names + 2);
      const isPlaced = /^(?:position|handle|index)$/.test(rest[0]?.text ?? '');
      if (isPlaced) rest = rest.slice(2);
      // Where a handle stands is known to the kernel alone.
      const at = verb === 'insert' && !isPlaced ? 0 : undefined;
      const rule = { ...this.#rule(own, rest, head), isInserted: verb === 'insert' };
      if (rest.length > 0) this.#push({ ...this.#step(own, head), act: 'add', rule, at }, own);
    } else if (this.#opens()) this.#skipBlock();
  }

  #roomOf(words: readonly string[]): Room {
    const [first = '', second = ''] = words;
    const isNamed = isFamily(first);
    const family = isNamed ? first : 'ip';
    const table = `${family} ${isNamed ? second : first}`;
    return { family: FAMILIES[family], table, chain: undefined, isOther: OTHER_FAMILIES.has(family) };
  }

  #step({ family, table, chain = '' }: Room, tokens: readonly NftToken[]): Omit<FirewallStep, 'act'> {
    return { place: this.#place(tokens), family, table, chain, isConditional: this.context.isConditional ?? false };
  }

  #push(step: FirewallStep, { isOther }: Room): void {
    if (!isOther) this.#out.steps.push(step);
  }

  #rule({ family }: Room, words: readonly NftToken[], whole: readonly NftToken[]): FirewallRule {
    const { text, isConditional = false } = this.context;
    return readNftRule({ ...ruleAt(this.#place(whole)), family, text, isConditional }, words, this.#names);
  }

  #place(tokens: readonly NftToken[]): Place {
    return this.context.place(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
  }

  /** The words of a list, with or without braces, variables filled in. */
  #list(tokens: readonly NftToken[]): string[] {
    return tokens.flatMap(({ text }) =>
      /^[{},]$/.test(text) ? [] : text.startsWith('$') ? (this.#names.variables.get(text.slice(1)) ?? [text]) : [text],
    );
  }

  #opens(): boolean {
    return this.#tokens[this.#at]?.text === '{';
  }

  /** To the end of the text; a brace that closes nothing is passed over. */
  #outermost(member: () => void): void {
    while (this.#at < this.#tokens.length) {
      const before = this.#at;
      member();
      if (this.#at === before) this.#at++;
    }
  }

  /** Up to the brace that closes what was opened. */
  #inside(member: () => void): void {
    let isOpen = true;
    while (isOpen && this.#at < this.#tokens.length) {
      if (this.#tokens[this.#at]?.text === '}') {
        this.#at++;
        isOpen = false;
      } else member();
    }
  }

  #skipBlock(): void {
    let depth = 0;
    do {
      const text = this.#tokens[this.#at++]?.text;
      if (text === '{') depth++;
      else if (text === '}') depth--;
    } while (depth > 0 && this.#at < this.#tokens.length);
  }

  /**
   * The words up to the end of the line.
   * @param stopsAtBlock behind the names of a table, chain or set its content begins
   */
  #statement(stopsAtBlock: boolean): NftToken[] {
    const out: NftToken[] = [];
    let depth = 0;
    for (; this.#at < this.#tokens.length; this.#at++) {
      const token = this.#tokens[this.#at];
      if (!token) {
        if (depth > 0) continue;
        this.#at++;
        return out;
      }
      if (token.text === '}' && depth === 0) return out;
      if (token.text === '{') {
        const isValue = /^(?:define|rule)$/.test(out[0]?.text ?? '') || /^rule$/.test(out[1]?.text ?? '');
        if (depth === 0 && stopsAtBlock && !isValue) return out;
        depth++;
      } else if (token.text === '}') depth--;
      out.push(token);
    }
    return out;
  }
}
