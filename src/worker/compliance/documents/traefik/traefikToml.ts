/** A TOML file of Traefik as the list of settings that a YAML file is (fact T34). */
import type { Span } from '../text/excerpt';
import { stringEnd, tomlEntries } from '../toml/tomlEntries';
import type { TraefikSetting } from './traefikSetting';

/** A header of a table that stands alone on its line: none begins a YAML file of Traefik. */
const HEADER = /^[ \t]*\[\[?[\w"-]+(?:\.[\w"-]+)*\]\]?[ \t]*(?:#.*)?$/m;
const KEY = /((?:[\w-]+|"[^"\n]*")(?:[ \t]{0,9}\.[ \t]{0,9}(?:[\w-]+|"[^"\n]*")){0,15})[ \t]{0,9}=/y;
const BARE = /[^\s,#[\]{}"']+/y;
const BETWEEN = /(?:[\s,]+|#[^\n]*)/y;
/** Deeper settings than any that Traefik knows are left out. */
const MAX_DEPTH = 16;

export const isTraefikToml = (text: string): boolean => HEADER.test(text);

/** Linear and never throws. */
export function tomlSettings(uri: string, text: string): TraefikSetting[] {
  const settings: TraefikSetting[] = [];
  const add = (path: string, value: string, { start, end }: Span) =>
    void settings.push({ path: path.toLowerCase(), value, place: { uri, start, end } });
  const headers: { table: string; place: Span }[] = [];
  const entries = tomlEntries(text, (table, place) => void headers.push({ table, place }));
  let next = 0;
  for (const [index, { table, place }] of headers.entries()) {
    const end = headers[index + 1]?.place.start ?? text.length;
    const first = next;
    for (let entry = entries[next]; entry && entry.start < end; entry = entries[++next])
      // Those in front of all headers are of the first one's round.
      readValue(text, entry.keyPlace.end, entry.end, joined(entry.table, entry.key), add);
    const isEmpty = !entries.slice(first, next).some((entry) => entry.table === table);
    if (isEmpty) add(table, 'true', place);
  }
  return settings;
}

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** Items of lists have the path of their list, and keys of tables within a line theirs. */
function readValue(
  text: string,
  from: number,
  to: number,
  path: string,
  add: (path: string, value: string, place: Span) => void,
): void {
  const outer: string[] = [];
  let base = path;
  let at = text.indexOf('=', from) + 1;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(text);
  };
  let own = path;
  while (at < to) {
    const c = text[at]!;
    const between = match(BETWEEN);
    const key = !between && outer.length > 0 ? match(KEY) : null;
    if (between) at += between[0].length;
    else if (key) {
      own = joined(base, key[1]!.replace(/[" \t]/g, ''));
      at += key[0].length;
    } else if (c === '{') {
      const isEmpty = /^\{\s{0,99}\}/.test(text.slice(at, at + 101));
      if (isEmpty) add(own, 'true', { start: at, end: at + 1 });
      if (outer.length === 2 * MAX_DEPTH) return;
      outer.push(base, own);
      base = own;
      at++;
    } else if (c === '}') {
      own = outer.pop() ?? path;
      base = outer.pop() ?? path;
      at++;
    } else if (c === '"' || c === "'") {
      const quote = text.startsWith(c.repeat(3), at) ? c.repeat(3) : c;
      const start = at + quote.length;
      const end = Math.min(stringEnd(text, start, quote), to);
      add(own, text.slice(start, end), { start, end });
      at = end + quote.length;
    } else {
      const word = match(BARE);
      if (word) add(own, word[0], { start: at, end: at + word[0].length });
      at += word?.[0].length ?? 1;
    }
  }
}
