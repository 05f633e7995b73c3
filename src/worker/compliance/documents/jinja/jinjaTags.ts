/**
 * Splits a template into Jinja's tags and their tokens (fact T33; Jinja 3.1, "Template Designer
 * Documentation"); linear and never throws.
 */
import type { Span } from '../text/excerpt';

export interface JinjaToken extends Span {
  kind: 'name' | 'string' | 'number' | 'operator';
  text: string;
}

export interface JinjaTag extends Span {
  kind: 'output' | 'statement' | 'comment';
  /** None of a comment. */
  tokens: JinjaToken[];
}

const OPENING = /\{[{%#]/g;
const END_OF_RAW = /\{%[-+]?\s*endraw\s*[-+]?%\}/g;
const BLANKS = /\s+/y;
const NAME = /[\p{L}_][\p{L}\p{N}_]*/uy;
const NUMBER = /\d[\d_]*(?:\.\d+)?(?:e[-+]?\d+)?/iy;
const OPERATOR = /\/\/|\*\*|[=!<>]=|[^\s]/y;
const CLOSED_BY: Record<string, string> = { '(': ')', '[': ']', '{': '}' };

/**
 * In order; what stands between `{% raw %}` and `{% endraw %}` is text. A tag that does not end is
 * left out: up to the next opening one it is text, too.
 */
export function readJinjaTags(text: string): JinjaTag[] {
  const tags: JinjaTag[] = [];
  const stringEnd = stringsIn(text);
  for (let at = 0; ; ) {
    OPENING.lastIndex = at;
    const found = OPENING.exec(text);
    if (!found) return tags;
    const start = found.index;
    if (text[start + 1] === '#') {
      const end = text.indexOf('#}', start + 2) + 2;
      if (end < 2) return tags;
      tags.push({ kind: 'comment', start, end, tokens: [] });
      at = end;
      continue;
    }
    const kind = text[start + 1] === '{' ? 'output' : 'statement';
    const { tokens, end, isClosed } = readTag(text, start, kind, stringEnd);
    at = end;
    if (!isClosed) continue;
    tags.push({ kind, start, end, tokens });
    if (kind === 'statement' && tokens[0]?.text === 'raw') {
      END_OF_RAW.lastIndex = end;
      const closing = END_OF_RAW.exec(text);
      if (!closing) return tags;
      at = closing.index + closing[0].length;
      tags.push({ kind, start: closing.index, end: at, tokens: [] });
    }
  }
}

/**
 * A closing mark within brackets is no closing mark, and an opening one begins another tag: this
 * one was never ended.
 */
function readTag(text: string, start: number, kind: JinjaTag['kind'], stringEnd: (at: number) => number | undefined) {
  const close = kind === 'output' ? '}}' : '%}';
  const tokens: JinjaToken[] = [];
  const brackets: string[] = [];
  let at = start + 2;
  if (/[-+]/.test(text[at] ?? '')) at++;
  const take = (tokenKind: JinjaToken['kind'], end: number) => {
    tokens.push({ kind: tokenKind, text: text.slice(at, end), start: at, end });
    at = end;
  };
  while (at < text.length) {
    const blanks = endOf(BLANKS, text, at);
    if (blanks !== undefined) at = blanks;
    if (brackets.length === 0) {
      const mark = /[-+]/.test(text[at] ?? '') ? 1 : 0;
      if (text.startsWith(close, at + mark)) return { tokens, end: at + mark + 2, isClosed: true };
    }
    const c = text[at];
    if (c === undefined) break;
    if (c === '{' && /[{%#]/.test(text[at + 1] ?? '')) return { tokens, end: at, isClosed: false };
    const string = c === '"' || c === "'" ? stringEnd(at) : undefined;
    if (string !== undefined) {
      take('string', string);
      continue;
    }
    const name = endOf(NAME, text, at);
    const number = name === undefined ? endOf(NUMBER, text, at) : undefined;
    if (name !== undefined) take('name', name);
    else if (number !== undefined) take('number', number);
    else {
      if (CLOSED_BY[c]) brackets.push(CLOSED_BY[c]);
      else if (c === brackets.at(-1)) brackets.pop();
      take('operator', endOf(OPERATOR, text, at) ?? at + 1);
    }
  }
  return { tokens, end: text.length, isClosed: false };
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/**
 * The end of the string that begins at a quote. A quote that nothing closes is told of once: behind
 * it the rest of the text is not looked through again.
 */
function stringsIn(text: string): (at: number) => number | undefined {
  const open = new Set<string>();
  return (start) => {
    const quote = text[start]!;
    if (open.has(quote)) return undefined;
    for (let at = start + 1; at < text.length; at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === quote) return at + 1;
    }
    open.add(quote);
    return undefined;
  };
}
