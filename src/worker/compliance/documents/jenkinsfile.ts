/** The `sh` steps of a Jenkinsfile as shell text (Groovy language specification, 6 Strings; Jenkins pipeline step `sh`). */
import { UNKNOWN } from '../model/value';
import { type Excerpt, excerptOf, type Piece } from './excerpt';

/** A comment, the name of the step, or a string of something else: whichever comes first. */
const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?<![\w.$])(sh)\b|'''|"""|'|"/g;
/** What may stand between the name of the step and its script: a parenthesis, other named parameters, `script:`. */
const HEAD = /[ \t]*\(?\s*(?:(?!script\b)\w+[ \t]*:[ \t]*(?:\w+|'[^'\n]*'|"[^"\n]*")[ \t]*,\s*)*(?:script[ \t]*:[ \t]*)?('''|"""|'|")/y;
/** What Groovy writes for a letter behind a backslash. */
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ' };
const VARIABLE = /\$(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/y;

/** One excerpt for each step; `${…}` and `$name` of double-quoted strings are Groovy's, so unknown. */
export function jenkinsShells(document: string): Excerpt[] {
  const out: Excerpt[] = [];
  const tokens = new RegExp(TOKEN);
  for (let match = tokens.exec(document); match; match = tokens.exec(document)) {
    let quote = match[0];
    if (match[1]) {
      HEAD.lastIndex = tokens.lastIndex;
      quote = HEAD.exec(document)?.[1] ?? '';
      if (quote) tokens.lastIndex = HEAD.lastIndex;
    }
    if (!/^['"]/.test(quote)) continue;
    const { pieces, end } = readString(document, tokens.lastIndex, quote);
    if (match[1]) out.push(excerptOf(pieces, (text) => (/[\\'"$\n]/.test(text) ? undefined : text)));
    tokens.lastIndex = end;
  }
  return out;
}

/** The content of a string that begins at `from`, behind its quote; `end` is behind the closing one, or the line's end for an open short string. */
function readString(document: string, from: number, quote: string): { pieces: Piece[]; end: number } {
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
  return { pieces, end: Math.min(document.length, document.startsWith(quote, at) ? at + quote.length : at) };
}
