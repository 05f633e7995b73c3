/** One word of nginx's configuration, and the tags that templates put between them. */
import { type Place, UNKNOWN } from '../../model/value';

export interface NginxWord {
  /** Without quotes and what they escape; `UNKNOWN` for what a template fills in. */
  text: string;
  /** Inside the quotes. */
  place: Place;
  isQuoted: boolean;
  /** Of all of it, quotes included. */
  start: number;
  end: number;
}

interface Tag {
  end: number;
  /** It stands for no text itself: a condition, a loop, a comment. */
  isControl: boolean;
}

/** A tag of Jinja, Go, Handlebars or ERB; longer ones are none. */
const TAG = /\{\{[^\n]{0,300}?\}\}|\{%[^\n]{0,300}?%\}|\{#[^\n]{0,300}?#\}|<%[^\n]{0,300}?%>/y;
const CONTROL =
  /^(?:\{%|\{#|<%[^=]|\{\{-?\s*(?:[#/^!*]|(?:if|else|elif|end|range|with|define|block|template|for)\b|\$?\w+\s*:?=[^=]))/;

export function tagAt(text: string, at: number): Tag | undefined {
  if (text[at] !== '{' && text[at] !== '<') return undefined;
  TAG.lastIndex = at;
  const found = TAG.exec(text)?.[0];
  return found === undefined ? undefined : { end: at + found.length, isControl: CONTROL.test(found) };
}

const ESCAPED: Record<string, string> = { t: '\t', r: '\r', n: '\n', '"': '"', "'": "'", '\\': '\\' };

/** A reader for a text, asked in ascending order; a word holds at least one character. */
export function wordReader(uri: string, text: string): (start: number) => NginxWord {
  /** Quotes that are known not to be closed any more. */
  const unclosed = new Set<string>();

  const quoted = (start: number): NginxWord => {
    const quote = text[start]!;
    let word = '';
    let lineEnd = -1;
    let inLine = 0;
    let at = start + 1;
    for (; at < text.length && text[at] !== quote; at++) {
      const c = text[at]!;
      if (c === '\n' && lineEnd < 0) {
        lineEnd = at;
        inLine = word.length;
        if (unclosed.has(quote)) break;
      }
      if (c !== '\\') word += c;
      else {
        const next = text[at + 1] ?? '';
        word += ESCAPED[next] ?? c + next;
        if (next !== '') at++;
      }
    }
    if (text[at] === quote)
      return { text: word, place: { uri, start: start + 1, end: at }, isQuoted: true, start, end: at + 1 };
    // Nobody closes it: no more than its line is taken for it.
    unclosed.add(quote);
    const end = lineEnd < 0 ? Math.min(at, text.length) : lineEnd;
    return {
      text: lineEnd < 0 ? word : word.slice(0, inLine),
      place: { uri, start: start + 1, end: Math.max(start + 1, end) },
      isQuoted: true,
      start,
      end: Math.max(start + 1, end),
    };
  };

  const plain = (start: number): NginxWord => {
    let word = '';
    let at = start;
    while (at < text.length) {
      const c = text[at]!;
      const tag = tagAt(text, at);
      if (tag) {
        if (tag.isControl && at > start) break;
        word += UNKNOWN;
        at = tag.end;
      } else if (c === '$' && text[at + 1] === '{') {
        const name = /^\$\{[^{};\s]{0,200}\}?/.exec(text.slice(at, at + 210))![0];
        word += name;
        at += name.length;
      } else if (c === '\\') {
        const next = text[at + 1] ?? '';
        word += ESCAPED[next] ?? c + next;
        at += 1 + next.length;
      } else if (/[\s;{]/.test(c)) break;
      else {
        word += c;
        at++;
      }
    }
    if (at === start) at++;
    return { text: word, place: { uri, start, end: at }, isQuoted: false, start, end: at };
  };

  return (start) => (text[start] === '"' || text[start] === "'" ? quoted(start) : plain(start));
}
