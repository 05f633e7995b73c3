/** Fills variables into text as compose and BuildKit do, and marks what cannot be known. */
import { UNKNOWN } from './value';

/** The variable's text; undefined when it is not set in the files. */
export type Lookup = (name: string) => string | undefined;

const MAX_DEPTH = 16;
/** Longer values are unknown: text that doubles with every line would fill the memory. */
export const MAX_LENGTH = 65_536;

/**
 * `$V`, `${V}`, `${V:-d}`, `${V-d}`, `${V:?e}`, `${V?e}`, `${V:+x}`, `${V+x}`, nested; other
 * operators give UNKNOWN. `escape`: `$$` (compose) or `\` (Dockerfile) keeps a dollar sign. A
 * variable that is not set and has no default is UNKNOWN: the user's environment may hold it, and
 * results must not depend on the machine.
 */
export function interpolate(text: string, lookup: Lookup, escapeWith: '$$' | '\\', depth = 0): string {
  if (!text.includes('$')) return text;
  if (depth > MAX_DEPTH || text.length > MAX_LENGTH) return UNKNOWN;
  let out = '';
  for (let i = 0; i < text.length; ) {
    if (out.length > MAX_LENGTH) return UNKNOWN;
    const c = text[i]!;
    if (escapeWith === '\\' && c === '\\' && text[i + 1] === '$') {
      out += '$';
      i += 2;
      continue;
    }
    if (c !== '$') {
      out += c;
      i++;
      continue;
    }
    if (escapeWith === '$$' && text[i + 1] === '$') {
      out += '$';
      i += 2;
      continue;
    }
    if (text[i + 1] === '{') {
      const end = closingBrace(text, i + 2);
      if (end < 0) return out + UNKNOWN;
      out += expand(text.slice(i + 2, end), lookup, escapeWith, depth);
      i = end + 1;
      continue;
    }
    const name = /^[A-Za-z_]\w*/.exec(text.slice(i + 1, i + 257))?.[0];
    if (!name) {
      out += c;
      i++;
      continue;
    }
    out += lookup(name) ?? UNKNOWN;
    i += 1 + name.length;
  }
  return out.length > MAX_LENGTH ? UNKNOWN : out;
}

function closingBrace(text: string, from: number): number {
  let open = 1;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '{' && text[i - 1] === '$') open++;
    else if (text[i] === '}' && --open === 0) return i;
  }
  return -1;
}

function expand(body: string, lookup: Lookup, escapeWith: '$$' | '\\', depth: number): string {
  const name = /^[A-Za-z_]\w*/.exec(body)?.[0];
  if (!name) return UNKNOWN;
  const operator = /^:?[-?+]/.exec(body.slice(name.length))?.[0];
  const value = lookup(name);
  if (!operator) return body.length === name.length ? (value ?? UNKNOWN) : UNKNOWN;
  const word = body.slice(name.length + operator.length);
  const set = value !== undefined && (operator[0] !== ':' || value !== '');
  if (operator.endsWith('-')) return set ? value : interpolate(word, lookup, escapeWith, depth + 1);
  if (operator.endsWith('+'))
    return set ? interpolate(word, lookup, escapeWith, depth + 1) : value === undefined ? UNKNOWN : '';
  return set ? value : UNKNOWN;
}
