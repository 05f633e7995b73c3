/**
 * What an expression of Jinja is made of: a name, a constant or a group in brackets, with what is
 * called and filtered behind it; linear and never throws.
 */
import type { Span } from '../text/excerpt';
import type { JinjaToken } from './jinjaTags';

export interface Filter extends Span {
  name: string;
  /** Where the name ends, in front of the arguments. */
  nameEnd: number;
  args: Chain[];
}

export interface Chain extends Span {
  root: 'name' | 'constant' | 'group';
  /** `a.b['c'].d()` → `a`, `b`, `d`; empty of constants and groups. */
  path: string[];
  isCall: boolean;
  /** Arguments of calls and indexes. */
  args: Chain[];
  filters: Filter[];
  /** Of a group, what gives its value. */
  parts: Chain[];
}

export interface Chains {
  /** What gives the value: not the condition of `a if b else c`. */
  values: Chain[];
  /** Every chain, conditions and arguments too, in order. */
  all: Chain[];
}

const CONSTANTS = new Set(['true', 'false', 'none', 'True', 'False', 'None']);
const WORDS = new Set(['and', 'or', 'not', 'in', 'is', 'if', 'else', 'as', 'import', 'from', 'with', 'recursive']);

interface Level {
  /** Where values go. */
  values: Chain[];
  /** What the bracket belongs to. */
  owner: Chain | undefined;
  isCondition: boolean;
}

/** Deeper brackets are no template's: such an expression is not read. */
const MAX_DEPTH = 40;

export function chainsOf(tokens: readonly JinjaToken[]): Chains {
  const all: Chain[] = [];
  const values: Chain[] = [];
  let level: Level = { values, owner: undefined, isCondition: false };
  const outer: Level[] = [];
  let current: Chain | undefined;
  let before = '';
  const begin = (root: Chain['root'], token: JinjaToken) => {
    const path = root === 'name' ? [token.text] : [];
    current = { root, path, isCall: false, args: [], filters: [], parts: [], start: token.start, end: token.end };
    all.push(current);
    if (!level.isCondition) level.values.push(current);
  };
  const enter = (owner: Chain, inside: Chain[]) => {
    outer.push(level);
    level = { values: inside, owner, isCondition: false };
    current = undefined;
  };
  for (const [i, token] of tokens.entries()) {
    const { kind, text, end } = token;
    if (kind === 'name' && current && before === '.') {
      current.path.push(text);
      current.end = end;
    } else if (kind === 'name' && current && before === '|') {
      current.filters.push({ name: text, nameEnd: end, args: [], start: token.start, end });
      current.end = end;
    } else if (kind === 'name' && WORDS.has(text)) {
      if (text === 'if') level.isCondition = true;
      else if (text === 'else') level.isCondition = false;
      current = undefined;
    } else if (kind === 'name' && (before === 'is' || before === 'is not')) current = undefined;
    else if (kind === 'name') begin(CONSTANTS.has(text) ? 'constant' : 'name', token);
    else if (kind === 'number' && current && before === '.') current.end = end;
    else if (kind === 'string' && current?.root === 'constant' && before === 'string') current.end = end;
    else if (kind !== 'operator') begin('constant', token);
    else if (/^[([{]$/.test(text)) {
      if (outer.length === MAX_DEPTH) return { values: [], all: [] };
      if (!current || text === '{') begin('group', token);
      const owner = current!;
      const filter = owner.filters.at(-1);
      if (owner.root === 'group' && owner.start === token.start) enter(owner, owner.parts);
      else {
        if (text === '(' && !filter) owner.isCall = true;
        enter(owner, text === '(' && filter ? filter.args : owner.args);
      }
    } else if (/^[)\]}]$/.test(text)) {
      current = level.owner;
      level = outer.pop() ?? level;
      if (current) {
        const index = tokens[i - 1];
        if (text === ']' && index?.kind === 'string' && tokens[i - 2]?.text === '[' && current.root === 'name')
          current.path.push(index.text.slice(1, -1));
        current.end = end;
        const filter = current.filters.at(-1);
        if (filter) filter.end = end;
      }
    } else if (text !== '.' && text !== '|') {
      if (text === ',') level.isCondition = false;
      current = undefined;
    }
    before = text === 'not' && before === 'is' ? 'is not' : kind === 'string' ? 'string' : text;
  }
  return { values, all };
}
