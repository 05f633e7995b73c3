/** The names that a template gives a value by itself: what a reader of it sees the origin of. */
import { type Chain, chainsOf } from './jinjaChains';
import type { JinjaToken } from './jinjaTags';

/** `constant`: written in the template; `given`: by whoever calls a macro; else it is unknown. */
export type Local = 'constant' | 'given' | 'unknown';

interface Statement {
  name: string;
  tokens: readonly JinjaToken[];
}

/** A name that gets several values is as bad as the worst of them. */
export function localsOf(statements: readonly Statement[]): Map<string, Local> {
  const locals = new Map<string, Local>();
  const define = (names: readonly JinjaToken[], local: Local) => {
    for (const { kind, text } of names) {
      const before = locals.get(text);
      if (kind === 'name') locals.set(text, before === undefined || before === local ? local : 'unknown');
    }
  };
  for (const { name, tokens } of statements) {
    if (name === 'macro' || name === 'call') define(tokens.slice(1), 'given');
    const mark = name === 'for' ? 'in' : name === 'set' || name === 'with' ? '=' : undefined;
    const at = mark ? tokens.findIndex(({ text }) => text === mark) : -1;
    if (at < 0) continue;
    const { values } = chainsOf(tokens.slice(at + 1));
    define(tokens.slice(0, at), values.every(isConstant) ? 'constant' : 'unknown');
  }
  return locals;
}

/** Nothing in it comes from outside of the template. */
export const isConstant = (chain: Chain): boolean =>
  (chain.root === 'constant' || (chain.root === 'group' && chain.parts.every(isConstant))) &&
  chain.args.every(isConstant) &&
  chain.filters.every(({ args }) => args.every(isConstant));
