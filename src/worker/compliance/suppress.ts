/** Comments that silence findings: `# mlps-lint disable-next-line MLPS-RUN-008 until 2027-01-31 -- reason`. */
import { type Lines, lineAt, lineEnd } from './documents/lines';
import type { Place } from './model/value';

export interface Suppression {
  form: 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file';
  /** Ids or names as written; empty: every rule. */
  rules: string[];
  until: string | undefined;
  reason: string | undefined;
  place: Place;
  /** First and last line (0-based, inclusive) it speaks for. */
  from: number;
  to: number;
}

const COMMENT =
  /(^|[\s;])(?:#|\/\/|<!--|\{#)[ \t]*mlps-lint[ \t]+(disable-next-line|disable-line|disable-file|disable|enable)\b([^\r\n]*)/gm;
const UNTIL = /\buntil[ \t]+(\d{4}-\d{2}-\d{2})\b/;

/** Every suppression of the text, in order; `disable` reaches to the matching `enable` or the end. */
export function readSuppressions(uri: string, lines: Lines): Suppression[] {
  const out: Suppression[] = [];
  if (!lines.text.includes('mlps-lint')) return out;
  for (const match of lines.text.matchAll(COMMENT)) {
    const start = match.index + match[1]!.length;
    const rest = match[3]!.replace(/(-->|#\})\s*$/, '');
    const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
    const reason = dashes ? rest.slice(dashes.index + dashes[0].length).trim() || undefined : undefined;
    const head = dashes ? rest.slice(0, dashes.index) : rest;
    const form = match[2] as Suppression['form'];
    const line = lineAt(lines, start);
    const rules = head
      .replace(UNTIL, '')
      .split(/[\s,]+/)
      .filter(Boolean);
    const place = { uri, start, end: match.index + match[0].trimEnd().length };
    out.push({ form, rules, until: UNTIL.exec(head)?.[1], reason, place, ...reach(form, line, lines, /\.ya?ml$/i.test(uri)) });
  }
  closeRanges(out);
  return out;
}

function reach(form: Suppression['form'], line: number, lines: Lines, isYaml: boolean): { from: number; to: number } {
  const last = lines.starts.length - 1;
  if (form === 'disable-file') return { from: 0, to: last };
  if (form === 'disable-line') return { from: line, to: line };
  if (form !== 'disable-next-line') return { from: line, to: last };
  let next = line + 1;
  while (next < last && /^\s*(#|\/\/|<!--.*-->\s*$|$)/.test(lines.text.slice(lines.starts[next]!, lineEnd(lines, next)))) next++;
  return { from: next, to: endOfUnit(lines, next, last, isYaml) };
}

/** A line that a command goes on behind. */
export const CONTINUED = /(?:^|[\s"'])[\\`^]\s*$/;

/** The head of a YAML scalar whose lines become one (YAML 1.2.2 §7.3, §8.1.3): a comment among them would be text of it. */
export const JOINED = /[:-][ \t]+(?:>[-+\d]*[ \t]*(?:[ \t]#.*)?|"(?:\\.|[^"\\])*\\?|'(?:''|[^'])*)$/;

export const indentOf = (line: string): number => /^[ \t]*/.exec(line)![0].length;

/** A command's last continuation line; the end of a Markdown fence or joined scalar that opens on the line. */
function endOfUnit(lines: Lines, from: number, last: number, isYaml: boolean): number {
  const textOf = (line: number) => lines.text.slice(lines.starts[line]!, lineEnd(lines, line));
  const fence = /^[ \t]*(`{3,}|~{3,})/.exec(textOf(from))?.[1];
  let to = from;
  if (fence) {
    do to++;
    while (to < last && !textOf(to).trimStart().startsWith(fence));
    return Math.min(to, last);
  }
  if (isYaml && JOINED.test(textOf(from))) {
    const indent = indentOf(textOf(from));
    const inside = (line: string) => line.trim() === '' || indentOf(line) > indent;
    while (to < last && inside(textOf(to + 1))) to++;
    return to;
  }
  // Dockerfiles allow comments between the lines of an instruction.
  while (to < last && (CONTINUED.test(textOf(to)) || (to > from && /^\s*#/.test(textOf(to))))) to++;
  return to;
}

function closeRanges(all: Suppression[]): void {
  for (const [i, open] of all.entries()) {
    if (open.form !== 'disable') continue;
    const close = all
      .slice(i + 1)
      .find((s) => s.form === 'enable' && (s.rules.length === 0 || s.rules.some((r) => open.rules.includes(r))));
    if (close) open.to = close.from;
  }
}

/** Whether the comment silences rule `id`/`name` for a finding that begins on `line`; an expired one silences nothing. */
export function covers(suppression: Suppression, id: string, name: string, line: number, today: string): boolean {
  if (suppression.form === 'enable' || line < suppression.from || line > suppression.to) return false;
  if (suppression.until !== undefined && suppression.until < today) return false;
  return suppression.rules.length === 0 || suppression.rules.some((r) => r.toUpperCase() === id || r.toLowerCase() === name);
}
