/**
 * The comment that suppresses one finding, where it has to stand; its reason is left for a person
 * to write.
 */
import type { Finding, TextEdit } from '../protocol/finding';
import { lineBreakOf, linesOf } from './documents/text/lines';
import type { CommentMark } from './fileKind';
import { kindOf } from './kindOf';
import { fileKindOf } from './kinds/index';
import { CONTINUED, FENCE, indentOf, JOINED } from './suppress';

const COMMENTED = /^\s*#/;

/** Undefined where the file knows no comments that are read: JSON, batch files. */
export function suppressionEdit(uri: string, text: string, { rule, range }: Finding): TextEdit | undefined {
  const kind = kindOf(uri, text);
  const { comment, units } = kind ? fileKindOf[kind] : {};
  if (!comment) return undefined;
  const lines = text.split(/\r\n|\n|\r/);
  const found = range.start.line;
  const joined = units === 'yaml' ? joinedHead(lines, found) : undefined;
  const line = units === 'fences' ? fenceOf(lines, found) : (joined ?? unitOf(lines, found));
  const mark = comment(uri, text, linesOf(text).starts[line] ?? 0);
  const at = { line, character: 0 };
  // A comment in a quote goes on with the quote.
  const indent = (units === 'fences' ? /^[ \t>]*/ : /^[ \t]*/).exec(lines[line] ?? '')![0];
  return mark && { range: { start: at, end: at }, newText: `${indent}${commentOf(mark, rule)}${lineBreakOf(text)}` };
}

function commentOf(mark: CommentMark, rule: string): string {
  const closing = { '<!--': ' -->', '{#': ' #}' } as const;
  return `${mark} mlps-lint disable-next-line ${rule} -- ${closing[mark as keyof typeof closing] ?? ''}`;
}

/** The first line of a command that goes on over several, with comments between. */
function unitOf(lines: readonly string[], line: number): number {
  let first = line;
  for (let above = line - 1; above >= 0; above--) {
    if (CONTINUED.test(lines[above]!)) first = above;
    else if (!COMMENTED.test(lines[above]!)) break;
  }
  return first;
}

/** The head of the YAML scalar of joined lines that the line stands in. */
function joinedHead(lines: readonly string[], line: number): number | undefined {
  const above = (at: string) => at.trim() !== '' && indentOf(at) < indentOf(lines[line]!);
  const head = lines.slice(0, line).findLastIndex(above);
  return head >= 0 && JOINED.test(lines[head]!) ? head : undefined;
}

/** The line that opens the fence around a line; without a fence the line itself. */
function fenceOf(lines: readonly string[], line: number): number {
  let open: number | undefined;
  let mark = '';
  for (let at = 0; at <= line; at++) {
    const fence = FENCE.exec(lines[at]!)?.[1];
    if (!fence) continue;
    if (open === undefined) [open, mark] = [at, fence];
    else if (fence.startsWith(mark)) open = undefined;
  }
  return open ?? line;
}
