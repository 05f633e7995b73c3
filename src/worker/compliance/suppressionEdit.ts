/** The comment that suppresses one finding, where it has to stand; its reason is left for a person to write. */
import type { Finding, TextEdit } from '../protocol/finding';
import { isWithinString } from './documents/ci/jenkinsfile';
import { lineBreakOf, linesOf } from './documents/text/lines';
import { type Kind, kindOf } from './kinds';
import { CONTINUED, indentOf, JOINED } from './suppress';

const COMMENTED = /^\s*#/;
const FENCE = /^[ \t]*(`{3,}|~{3,})/;

/** Undefined where the file knows no comments that are read: JSON, batch files. */
export function suppressionEdit(uri: string, text: string, { rule, range }: Finding): TextEdit | undefined {
  const kind = kindOf(uri, text);
  if (!kind || kind === 'daemon' || /\.(?:bat|cmd)$/i.test(uri)) return undefined;
  const lines = text.split(/\r\n|\n|\r/);
  const line =
    kind === 'markdown' ? fenceOf(lines, range.start.line) : (joinedHead(uri, lines, range.start.line) ?? unitOf(lines, range.start.line));
  const at = { line, character: 0 };
  const indent = /^[ \t]*/.exec(lines[line] ?? '')![0];
  const isGroovy = kind === 'jenkins' && !isWithinString(text, linesOf(text).starts[line] ?? 0);
  return { range: { start: at, end: at }, newText: `${indent}${comment(kind, isGroovy, rule)}${lineBreakOf(text)}` };
}

function comment(kind: Kind, isGroovy: boolean, rule: string): string {
  const words = `mlps-lint disable-next-line ${rule} --`;
  if (kind === 'markdown') return `<!-- ${words}  -->`;
  return `${isGroovy ? '//' : '#'} ${words} `;
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
function joinedHead(uri: string, lines: readonly string[], line: number): number | undefined {
  if (!/\.ya?ml$/i.test(uri)) return undefined;
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
