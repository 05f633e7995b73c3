/**
 * Comments that silence findings: `# mlps-lint disable-next-line MLPS-RUN-008 until 2027-01-31 --
 * reason`.
 */
import { isOver } from '../protocol/isOver';
import { type Lines, lineAt, lineEnd } from './documents/text/lines';
import type { FileKind } from './fileKind';
import type { LineSpan } from './firstCovering';
import type { Place } from './model/value';
import type { Rule } from './rules/rule';
import { runEnd } from './runEnd';

/** The lines are those it speaks for. */
export interface Suppression extends LineSpan {
  form: 'disable-next-line' | 'disable-line' | 'disable' | 'enable' | 'disable-file';
  /** Ids or names as written; empty: every rule. */
  rules: string[];
  until: string | undefined;
  reason: string | undefined;
  place: Place;
}

const COMMENT =
  /(^|[\s;]|>(?=<!--))(?:#|\/\/|<!--|\{#)[ \t]*mlps-lint[ \t]+(disable-next-line|disable-line|disable-file|disable|enable)\b([^\r\n]*)/gm;
const UNTIL = /\buntil[ \t]+(\d{4}-\d{2}-\d{2})\b/;

/**
 * Every suppression of the text, in order; `disable` reaches to the matching `enable` or the end.
 */
export function readSuppressions(uri: string, lines: Lines, units?: FileKind['units']): Suppression[] {
  const out: Suppression[] = [];
  if (!lines.text.includes('mlps-lint')) return out;
  const walk = unitsOf(lines, units);
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
    out.push({ form, rules, until: UNTIL.exec(head)?.[1], reason, place, ...reach(form, line, walk) });
  }
  closeRanges(out);
  return out;
}

/** How the lines of a text belong together. */
interface Units {
  last: number;
  /** The first line from here that is no comment. */
  behindComments(line: number): number;
  /** The last line of what begins here. */
  endOfUnit(line: number): number;
}

function reach(form: Suppression['form'], line: number, { last, behindComments, endOfUnit }: Units): LineSpan {
  if (form === 'disable-file') return { from: 0, to: last };
  if (form === 'disable-line') return { from: line, to: line };
  if (form !== 'disable-next-line') return { from: line, to: last };
  const next = behindComments(line + 1);
  return { from: next, to: endOfUnit(next) };
}

/** A line that a command goes on behind. */
export const CONTINUED = /(?:^|[\s"'])[\\`^]\s*$/;

/**
 * The head of a YAML scalar whose lines become one (YAML 1.2.2 §7.3, §8.1.3): a comment among them
 * would be text of it.
 */
export const JOINED = /[:-][ \t]+(?:>[-+\d]*[ \t]*(?:[ \t]#.*)?|"(?:\\.|[^"\\])*\\?|'(?:''|[^'])*)$/;

export const indentOf = (line: string): number => /^[ \t]*/.exec(line)![0].length;

/** The line that opens or closes a fence of Markdown, in quotes and items of lists too. */
export const FENCE = /^(?:[ \t>]|[-*+][ \t]|\d+[.)][ \t])*(`{3,}|~{3,})/;

const COMMENT_LINE = /^\s*(#|\/\/|<!--.*-->\s*$|\{#.*#\}\s*$|$)/;

/**
 * A unit is a command with its continuation lines, a Markdown fence, or a joined scalar of YAML.
 */
function unitsOf(lines: Lines, units: FileKind['units']): Units {
  const last = lines.starts.length - 1;
  const textOf = (line: number) => lines.text.slice(lines.starts[line]!, lineEnd(lines, line));
  // Dockerfiles allow comments between the lines of an instruction.
  const endOfCommand = runEnd(last, (line) => CONTINUED.test(textOf(line)) || /^\s*#/.test(textOf(line)));
  const endOfUnit = (from: number): number => {
    const fence = units === 'fences' ? FENCE.exec(textOf(from))?.[1] : undefined;
    let to = from;
    if (fence) {
      do to++;
      while (
        to < last &&
        !textOf(to)
          .replace(/^[\s>]*/, '')
          .startsWith(fence)
      );
      return Math.min(to, last);
    }
    if (units !== 'yaml' || !JOINED.test(textOf(from))) return endOfCommand(from);
    const indent = indentOf(textOf(from));
    const inside = (line: string) => line.trim() === '' || indentOf(line) > indent;
    while (to < last && inside(textOf(to + 1))) to++;
    return to;
  };
  return { last, behindComments: runEnd(last, (line) => COMMENT_LINE.test(textOf(line))), endOfUnit };
}

/**
 * Ends every `disable` at the nearest `enable` behind it that is of all rules or of one of its own.
 */
function closeRanges(all: readonly Suppression[]): void {
  const enabledAt = new Map<string, number>();
  let allEnabledAt = Number.POSITIVE_INFINITY;
  for (const suppression of all.toReversed()) {
    const { form, rules, from } = suppression;
    if (form === 'enable' && rules.length === 0) allEnabledAt = from;
    else if (form === 'enable') for (const rule of rules) enabledAt.set(rule, from);
    else if (form === 'disable')
      suppression.to = Math.min(suppression.to, allEnabledAt, ...rules.map((r) => enabledAt.get(r) ?? suppression.to));
  }
}

/** Whether the comment silences the rule on its lines; an expired one silences nothing. */
export function concerns({ form, until, rules }: Suppression, { id, name }: Rule, today: string): boolean {
  if (form === 'enable' || isOver(until, today)) return false;
  return rules.length === 0 || rules.some((r) => r.toUpperCase() === id || r.toLowerCase() === name);
}
