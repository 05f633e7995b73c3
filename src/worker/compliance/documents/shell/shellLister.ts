/**
 * Walks a shell text and lists its commands with their joints, redirections and here-documents; any
 * text is accepted. The productions of POSIX 2.10.2 are read in these steps:
 *
 * 1. `list`, `and_or`, `pipeline`: commands and the operators between them, here;
 * 2. `subshell`, and bash's `((…))`, here;
 * 3. reserved words that stand before a command: `shellReserved.ts`, `shellSimple.ts`;
 * 4. `case_clause`, `function_definition`, and bash's `[[ … ]]`: `shellCompound.ts`;
 * 5. `simple_command`: `shellSimple.ts`;
 * 6. `io_redirect`, `io_here`: `shellRedirect.ts`;
 * 7. `WORD` with its quotes, expansions and the commands in them (2.2, 2.6): `shellWord.ts`.
 */
import type { Excerpt } from '../text/excerpt';
import { skipBlank } from './shellBlanks';
import { endsClause } from './shellCompound';
import { readBodies } from './shellRedirect';
import { readSimple } from './shellSimple';
import type { ShellOperator } from './shellTypes';
import type { Block, RawCommand, Walk } from './shellWalk';

const MAX_NEST = 60;

/** The commands of the excerpt, in order of their end. */
export function listCommands(excerpt: Excerpt): RawCommand[] {
  const walk = newWalk(excerpt, { pipeline: 0, list: 0 }, [], false, 0, undefined);
  walk.readList(0, 'text');
  return walk.out;
}

function newWalk(
  excerpt: Excerpt,
  numbers: Walk['numbers'],
  out: RawCommand[],
  substituted: boolean,
  depth: number,
  block: Block | undefined,
): Walk {
  const walk: Walk = {
    excerpt,
    text: excerpt.text,
    out,
    numbers,
    pipeline: 0,
    list: 0,
    substituted,
    depth,
    pending: [],
    block,
    nest: 0,
    unclosed: 0,
    readList: (start, within) => walkList(walk, start, within),
    mark: () => out.length,
    rollback: (mark) => {
      out.length = mark;
    },
    substitution(start) {
      const { substituted, block, pipeline, list } = walk;
      walk.substituted = true;
      const end = walkList(walk, start, 'group');
      Object.assign(walk, { substituted, block, pipeline, list });
      return end;
    },
    backticks(start, end) {
      const inner = newWalk(unescapedBackticks(excerpt, start, end), numbers, out, true, walk.depth + 1, walk.block);
      if (inner.depth < MAX_NEST) inner.readList(0, 'text');
      else leaveUnread(walk, start);
    },
  };
  return walk;
}

/** Between backticks a backslash quotes only `$`, backtick and itself. */
function unescapedBackticks(excerpt: Excerpt, start: number, end: number): Excerpt {
  const kept: number[] = [];
  for (let i = start; i < end; i++) {
    if (excerpt.text[i] === '\\' && '$`\\'.includes(excerpt.text[i + 1] ?? ' ')) i++;
    kept.push(i);
  }
  const at = (index: number) => kept[index] ?? end;
  return {
    text: kept.map((i) => excerpt.text[i]).join(''),
    place: (from, to) => excerpt.place(at(from), to > from ? at(to - 1) + 1 : at(from)),
    write: (text) => (/[`\\$]/.test(text) ? undefined : excerpt.write(text)),
  };
}

const operatorAt = (text: string, i: number): ShellOperator => {
  const two = text.slice(i, i + 2);
  if (two === '&&' || two === '||') return two;
  const c = text[i];
  return c === '|' || c === '&' || c === ';' ? c : '\n';
};

function walkList(walk: Walk, start: number, within: 'text' | 'group' | 'case'): number {
  const { text } = walk;
  if (walk.nest > MAX_NEST) {
    leaveUnread(walk, start);
    return text.length;
  }
  walk.nest++;
  let before: ShellOperator = '';
  let i = start;
  const join = (operator: ShellOperator) => {
    const last = walk.out.at(-1);
    if (last?.after === '' && last.start >= start && last.excerpt === walk.excerpt) last.after = operator;
    if (operator !== '|') walk.pipeline = ++walk.numbers.pipeline;
    if (operator !== '|' && operator !== '&&' && operator !== '||') walk.list = ++walk.numbers.list;
    before = operator;
  };
  walk.pipeline = ++walk.numbers.pipeline;
  walk.list = ++walk.numbers.list;
  while ((i = skipBlank(text, i)) < text.length) {
    const c = text[i]!;
    if (c === '\n') {
      if (before === '' || before === ';' || before === '\n' || before === '&' || walk.out.at(-1)?.after === '')
        join('\n');
      i = readBodies(walk, i + 1);
    } else if (c === ')' && within === 'group') break;
    else if (within === 'case' && endsClause(text, i)) break;
    else if (c === ')') i++;
    else if (c === ';' || (c === '&' && text[i + 1] !== '>') || c === '|') {
      const operator = operatorAt(text, i);
      join(operator);
      i += operator.length + (operator === '|' && text[i + 1] === '&' ? 1 : 0);
    } else if (c === '(') i = readGroup(walk, i);
    else {
      const next = readSimple(walk, i, before, within === 'case');
      if (next.stop) {
        i = next.end;
        break;
      }
      before = '';
      i = next.end;
    }
  }
  walk.pipeline = ++walk.numbers.pipeline;
  walk.list = ++walk.numbers.list;
  walk.nest--;
  return i;
}

/** Nothing from here on is read: a word of it stands for all. */
function leaveUnread(walk: Walk, start: number): void {
  const { excerpt, text, numbers, substituted, block } = walk;
  const end = start + /^\S{0,40}/.exec(text.slice(start, start + 40))![0].length;
  const groups = { pipeline: ++numbers.pipeline, list: ++numbers.list };
  const joints = { before: '', after: '' } as const;
  walk.out.push({
    words: [],
    redirects: [],
    start,
    end,
    ...joints,
    ...groups,
    block: block ?? { parent: undefined },
    substituted,
    excerpt,
    unread: 'TOO_DEEP',
  });
}

function readGroup(walk: Walk, i: number): number {
  if (walk.text[i + 1] === '(') {
    const end = walk.text.indexOf('))', i + 2);
    const line = walk.text.indexOf('\n', i);
    if (end >= 0 && (line < 0 || end < line)) return end + 2;
  }
  return Math.min(walk.text.length, walkList(walk, i + 1, 'group') + 1);
}
