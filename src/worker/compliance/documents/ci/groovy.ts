/**
 * The strings of Groovy source (Groovy language specification, 6 Strings): enough to read a
 * Jenkinsfile without its parser.
 */
import { UNKNOWN } from '../../model/value';
import type { Piece } from '../text/excerpt';

export interface GroovyString {
  /** Of the opening quote. */
  start: number;
  /** Behind the closing quote, or the line's end of a short string that is left open. */
  end: number;
  /** The content; `${…}` and `$name` of double-quoted strings are not known. */
  pieces: Piece[];
}

export interface GroovyText {
  /** By the place of the opening quote. */
  strings: ReadonlyMap<number, GroovyString>;
  /** The source, character for character, without comments and the content of strings. */
  code: string;
}

/** A comment or a string, whichever comes first. */
const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'''|"""|'|"/g;
/** What Groovy writes for a letter behind a backslash. */
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ' };
const VARIABLE = /\$(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/y;

export function readGroovy(document: string): GroovyText {
  const strings = new Map<number, GroovyString>();
  const code: string[] = [];
  let at = 0;
  const copy = (to: number) => void code.push(document.slice(at, to));
  const blank = (from: number, to: number) => void code.push(document.slice(from, to).replace(/[^\n\r]/g, ' '));
  const tokens = new RegExp(TOKEN);
  for (let match = tokens.exec(document); match; match = tokens.exec(document)) {
    const quote = match[0];
    copy(match.index);
    if (/^['"]/.test(quote)) {
      const { pieces, contentEnd, end } = readString(document, tokens.lastIndex, quote);
      strings.set(match.index, { start: match.index, end, pieces });
      code.push(quote);
      blank(tokens.lastIndex, contentEnd);
      code.push(document.slice(contentEnd, end));
      at = end;
    } else {
      blank(match.index, tokens.lastIndex);
      at = tokens.lastIndex;
    }
    tokens.lastIndex = at;
  }
  copy(document.length);
  return { strings, code: code.join('') };
}

/** The content of a string that begins at `from`, behind its quote. */
function readString(
  document: string,
  from: number,
  quote: string,
): { pieces: Piece[]; contentEnd: number; end: number } {
  const pieces: Piece[] = [];
  const isLong = quote.length === 3;
  let plainFrom = from;
  let at = from;
  const plain = () => {
    if (at > plainFrom) pieces.push({ text: document.slice(plainFrom, at), start: plainFrom, end: at });
  };
  const instead = (text: string, length: number) => {
    plain();
    pieces.push({ text, start: at, end: at + length });
    at += length;
    plainFrom = at;
  };
  while (at < document.length && !document.startsWith(quote, at)) {
    const c = document[at]!;
    if (c === '\n' && !isLong) break;
    const next = document[at + 1] ?? '';
    if (c === '\\' && /[\r\n]/.test(next)) instead('', document.startsWith('\r\n', at + 1) ? 3 : 2);
    else if (c === '\\' && next !== '') instead(ESCAPED[next] ?? next, 2);
    else if (c === '$' && quote[0] === '"') {
      VARIABLE.lastIndex = at;
      const variable = VARIABLE.exec(document)?.[0];
      if (variable) instead(UNKNOWN, variable.length);
      else at++;
    } else at++;
  }
  plain();
  const contentEnd = Math.min(document.length, at);
  return { pieces, contentEnd, end: document.startsWith(quote, contentEnd) ? contentEnd + quote.length : contentEnd };
}
