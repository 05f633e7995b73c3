/**
 * The entries of a TOML document with the strings in them and their places (TOML 1.0; fact T34).
 * Libraries give values without places, and stop at the first error. Linear and never throws.
 */
import type { Span } from '../text/excerpt';

export interface TomlString extends Span {
  /** As written between the quotes; the place is within them, too. */
  text: string;
}

export interface TomlEntry extends Span {
  /** `tool.poetry.dependencies` */
  table: string;
  key: string;
  keyPlace: Span;
  /** `a.b`, without quotes around the whole of it. */
  isDotted: boolean;
  /** Those of the value, in whatever lists and tables. */
  strings: TomlString[];
  /** The value as written. */
  value: string;
}

const HEADER = /[ \t]*\[\[?([^\]\n"']*(?:["'][^"'\n]*["'][^\]\n"']*)*)\]\]?[ \t]*(?:#[^\n]*)?(?=\r?\n|$)/y;
const KEY = /[ \t]*((?:[\w-]+|"[^"\n]*"|'[^'\n]*')(?:[ \t]*\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*'))*)[ \t]*=/y;
const LINE = /[^\n]*\n?/y;
const QUOTES = ['"""', "'''", '"', "'"];

const plain = (dotted: string): string => dotted.replace(/["' \t]/g, '');

/** @param onTable told of the header of each table, between the entries before and those behind it */
export function tomlEntries(text: string, onTable?: (table: string, place: Span) => void): TomlEntry[] {
  const entries: TomlEntry[] = [];
  let table = '';
  for (let at = 0; at < text.length; ) {
    const header = matchAt(HEADER, text, at);
    const key = header ? undefined : matchAt(KEY, text, at);
    if (header) {
      table = plain(header[1]!);
      onTable?.(table, { start: at, end: at + header[0].length });
    }
    if (!key) {
      at += Math.max(1, matchAt(LINE, text, at)![0].length);
      continue;
    }
    const keyEnd = at + key[0].length;
    const start = at + key[0].indexOf(key[1]!);
    const { strings, end } = readValue(text, keyEnd);
    const keyPlace = { start, end: start + key[1]!.length };
    const isDotted = key[1]!.replace(/"[^"]*"|'[^']*'/g, '').includes('.');
    entries.push({
      table,
      key: plain(key[1]!),
      keyPlace,
      isDotted,
      strings,
      value: text.slice(keyEnd, end),
      start,
      end,
    });
    at = end + Math.max(1, matchAt(LINE, text, end)?.[0].length ?? 1);
  }
  return entries;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Up to the end of its line; of a list to its last bracket, or to the header of the next table. */
function readValue(text: string, from: number): { strings: TomlString[]; end: number } {
  const strings: TomlString[] = [];
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const c = text[at]!;
    if (c === '\n' && (depth === 0 || /^\[[\w.-]+\]/.test(text.slice(at + 1, at + 200)))) return { strings, end: at };
    if (c === '[' || c === '{') depth++;
    else if (c === ']' || c === '}') depth--;
    else if (c === '#') at = lineEnd(text, at) - 1;
    const quote = c === '"' || c === "'" ? QUOTES.find((each) => text.startsWith(each, at)) : undefined;
    if (quote === undefined) continue;
    const start = at + quote.length;
    const end = stringEnd(text, start, quote);
    strings.push({ text: text.slice(start, end), start, end });
    at = Math.min(end + quote.length, text.length) - 1;
  }
  return { strings, end: text.length };
}

/** One of a single line ends with it. */
export function stringEnd(text: string, from: number, quote: string): number {
  const isLong = quote.length === 3;
  for (let at = from; at < text.length; at++) {
    if (text.startsWith(quote, at) || (!isLong && text[at] === '\n')) return at;
    if (text[at] === '\\' && quote[0] === '"') at++;
  }
  return text.length;
}

const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};
