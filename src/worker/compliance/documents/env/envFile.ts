/**
 * Reads an env file (`.env`, `env_file`) into entries with places (fact T26); linear in the text's
 * length and never throws.
 */
import { literalOf } from '../../model/literal';
import type { Place } from '../../model/value';

export interface EnvEntry {
  name: string;
  namePlace: Place;
  /** Between the quotes, as written. */
  text: string;
  /** With the defaults of variables filled in; undefined when a variable hides it. */
  literal: string | undefined;
  /** The value without its quotes; empty behind a bare `NAME=`. */
  place: Place;
}

export interface EnvFile {
  uri: string;
  text: string;
  entries: EnvEntry[];
}

const HEAD = /([ \t]*(?:export[ \t]+)?)([A-Za-z_][\w.-]*)[ \t]*(?:=|:(?=[ \t]))[ \t]*/y;

/**
 * `NAME=value`, `export NAME=value`, `NAME: value`; quotes, also over several lines; ` #` begins a
 * comment; a later entry does not remove an earlier one.
 */
export function parseEnvFile(uri: string, text: string): EnvFile {
  const entries: EnvEntry[] = [];
  const unclosed = new Set<string>();
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const end = endOfLine(text, at);
    HEAD.lastIndex = at;
    const head = HEAD.exec(text);
    if (!head || HEAD.lastIndex > end) {
      at = end + 1;
      continue;
    }
    const start = HEAD.lastIndex;
    const [, lead, name] = head as unknown as [string, string, string];
    const nameAt = at + lead.length;
    const span = valueSpan(text, start, end, unclosed);
    const written = text.slice(span.start, span.end);
    entries.push({
      name,
      namePlace: { uri, start: nameAt, end: nameAt + name.length },
      text: written,
      literal: span.quote === "'" ? written : literalOf({ raw: `"${written}"` }),
      place: { uri, start: span.start, end: span.end },
    });
    at = endOfLine(text, Math.max(span.end, start)) + 1;
  }
  return { uri, text, entries };
}

function valueSpan(
  text: string,
  start: number,
  end: number,
  unclosed: Set<string>,
): { start: number; end: number; quote: string } {
  const quote = text[start] ?? '';
  if ((quote === '"' || quote === "'") && start < end && !unclosed.has(quote)) {
    const close = closing(text, quote, start + 1);
    if (close >= 0) return { start: start + 1, end: close, quote };
    unclosed.add(quote);
  }
  const line = text.slice(start, end);
  const comment = line.startsWith('#') && /[ \t]/.test(text[start - 1]!) ? 0 : line.search(/[ \t]#/);
  const value = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  return { start, end: start + value.length, quote: '' };
}

function closing(text: string, quote: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) return at;
  }
  return -1;
}

/** Before CR or LF. */
function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}
