/**
 * Walks a shell text and lists its commands with their joints, redirections and here-documents; any
 * text is accepted.
 */
import type { Excerpt, Span } from '../text/excerpt';
import type { ShellOperator, ShellPart } from './shellTypes';
import { continuation, type ReadWord, readWord, type WordReader } from './shellWord';

/** A word as written; offsets into the excerpt. */
export interface RawWord extends Span {
  parts: ShellPart[];
  /** `name=` directly followed by `(…)`. */
  array?: boolean;
}

export interface RawRedirect extends Span {
  operator: string;
  target: RawWord | undefined;
  body?: Span & { quoted: boolean; stripTabs: boolean };
}

export interface RawCommand extends Span {
  words: RawWord[];
  redirects: RawRedirect[];
  before: ShellOperator;
  after: ShellOperator;
  /** Commands of this text that are joined by `|` share it. */
  pipeline: number;
  /** Commands of this text that are joined by `|`, `&&`, `||` share it. */
  list: number;
  conditional: boolean;
  substituted: boolean;
  /** Backtick commands are read from an excerpt of their own. */
  excerpt: Excerpt;
  /** Stands for what is nested too deep to be read. */
  unread?: 'TOO_DEEP';
}

const OPENING = new Set(['if', 'while', 'until']);
const CLOSING = new Set(['fi', 'done', 'esac', '}']);
const PASSING = new Set(['then', 'else', 'elif', 'do', '!', 'coproc']);
const REDIRECT = /(?:\d{1,9}|\{\w+\})?(?:&>>|&>|<<<|<<-|<<|<>|<&|>>|>&|>\||<(?!\()|>(?!\())/y;
const MAX_NEST = 60;
/**
 * A backslash with blanks or a comment behind it, or a comment line between option lines: wrong in
 * a shell, usual in documents.
 */
const LOOSE_CONTINUATION = /\\[ \t]+(?:#[^\n]*)?\r?\n(?=[ \t]*-)/y;
const LOOSE_COMMENT = /[ \t]*#[^\n]*\n(?=[ \t]*(?:-|#[^\n]*\n[ \t]*-))/y;

interface Pending {
  redirect: RawRedirect;
  delimiter: string;
  quoted: boolean;
  stripTabs: boolean;
}

interface Walk extends WordReader {
  excerpt: Excerpt;
  out: RawCommand[];
  pending: Pending[];
  /** The last ones given to pipelines and lists of this text. */
  numbers: { pipeline: number; list: number };
  /** Of the command that is read: a substitution in its words has others. */
  pipeline: number;
  list: number;
  blocks: number;
  nest: number;
  /** Nested `$(…)`. */
  substituted: boolean;
}

/** The commands of the excerpt, in order of their end. */
export function listCommands(excerpt: Excerpt): RawCommand[] {
  const walk = newWalk(excerpt, { pipeline: 0, list: 0 }, [], false, 0);
  walkList(walk, 0, false, false);
  return walk.out;
}

function newWalk(
  excerpt: Excerpt,
  numbers: Walk['numbers'],
  out: RawCommand[],
  substituted: boolean,
  depth: number,
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
    blocks: 0,
    nest: 0,
    unclosed: 0,
    mark: () => out.length,
    rollback: (mark) => {
      out.length = mark;
    },
    substitution(start) {
      const { substituted, blocks, pipeline, list } = walk;
      walk.substituted = true;
      const end = walkList(walk, start, true, false);
      Object.assign(walk, { substituted, blocks, pipeline, list });
      return end;
    },
    backticks(start, end) {
      const inner = newWalk(unescapedBackticks(excerpt, start, end), numbers, out, true, walk.depth + 1);
      if (inner.depth < MAX_NEST) walkList(inner, 0, false, false);
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

/**
 * Reads until `)` (when `inGroup`), `;;` (when `inCase`) or the end; answers the offset of what
 * stopped it.
 */
function walkList(walk: Walk, start: number, inGroup: boolean, inCase: boolean): number {
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
    } else if (c === ')' && inGroup) break;
    else if (c === ';' && inCase && /^;[;&]/.test(text.slice(i, i + 2))) break;
    else if (c === ')') i++;
    else if (c === ';' || (c === '&' && text[i + 1] !== '>') || c === '|') {
      const operator = operatorAt(text, i);
      join(operator);
      i += operator.length + (operator === '|' && text[i + 1] === '&' ? 1 : 0);
    } else if (c === '(') i = readGroup(walk, i);
    else {
      const next = readSimple(walk, i, before, inCase);
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
  const { excerpt, text, numbers, substituted } = walk;
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
    conditional: true,
    substituted,
    excerpt,
    unread: 'TOO_DEEP',
  });
}

function skipBlank(text: string, start: number): number {
  let i = start;
  for (;;) {
    const c = text[i];
    const skip = c === '\\' ? looseContinuation(text, i) : 0;
    if (c === ' ' || c === '\t' || c === '\r' || c === '\u00a0' || c === '\ufeff') i++;
    else if (skip > 0) i += skip;
    else if (c === '#' && (i === start || i === 0 || /[\s;&|()]/.test(text[i - 1]!))) {
      const end = text.indexOf('\n', i);
      i = end < 0 ? text.length : end;
    } else return i;
  }
}

function looseContinuation(text: string, i: number): number {
  const strict = continuation(text, i);
  LOOSE_CONTINUATION.lastIndex = i;
  let length = strict > 0 ? strict : (LOOSE_CONTINUATION.exec(text)?.[0].length ?? 0);
  if (length === 0) return 0;
  for (;;) {
    LOOSE_COMMENT.lastIndex = i + length;
    const comment = LOOSE_COMMENT.exec(text)?.[0].length ?? 0;
    if (comment === 0) return length;
    length += comment;
  }
}

function readGroup(walk: Walk, i: number): number {
  if (walk.text[i + 1] === '(') {
    const end = walk.text.indexOf('))', i + 2);
    const line = walk.text.indexOf('\n', i);
    if (end >= 0 && (line < 0 || end < line)) return end + 2;
  }
  return Math.min(walk.text.length, walkList(walk, i + 1, true, false) + 1);
}

/** The here-documents asked for on the line that just ended. */
function readBodies(walk: Walk, lineStart: number): number {
  let i = lineStart;
  for (const { redirect, delimiter, quoted, stripTabs } of walk.pending) {
    const start = i;
    let end = walk.text.length;
    while (i < walk.text.length) {
      const newline = walk.text.indexOf('\n', i);
      const lineEnd = newline < 0 ? walk.text.length : newline;
      const line = walk.text.slice(i, lineEnd).replace(/\r$/, '');
      const found = (stripTabs ? line.replace(/^\t+/, '') : line) === delimiter;
      if (found) end = i;
      i = newline < 0 ? walk.text.length : newline + 1;
      if (found) break;
    }
    redirect.body = { start, end, quoted, stripTabs };
  }
  walk.pending.length = 0;
  return i;
}

const literal = (word: ReadWord): string | undefined =>
  word.parts.every((p) => p.kind === 'text' && !p.quoted)
    ? word.parts.map((p) => (p.kind === 'text' ? p.text : '')).join('')
    : undefined;

interface Simple {
  end: number;
  /** `esac` or another word that ends the list it stands in. */
  stop: boolean;
}

/** One simple command, after any number of reserved words. */
function readSimple(walk: Walk, start: number, before: ShellOperator, inCase: boolean): Simple {
  const { text } = walk;
  const words: RawWord[] = [];
  const redirects: RawRedirect[] = [];
  let first = start;
  let i = start;
  let end = start;
  for (;;) {
    i = skipBlank(text, i);
    if (i >= text.length || text[i] === '\n') break;
    const redirect = readRedirect(walk, i);
    if (redirect) {
      redirects.push(redirect);
      i = end = redirect.end;
      continue;
    }
    if (/[;&|()]/.test(text[i]!)) {
      if (text[i] === '(' && words.length > 0 && text[i - 1] === '=') {
        words.at(-1)!.array = true;
        i = end = skipArray(walk, i);
        words.at(-1)!.end = end;
        continue;
      }
      if (text[i] === '(' && words.length === 1 && /^\([ \t]*\)/.test(text.slice(i, i + 20))) {
        const body = text.indexOf(')', i) + 1;
        return { end: body, stop: false };
      }
      break;
    }
    const word = readWord(walk, i);
    if (word.end === i) {
      i++;
      continue;
    }
    const keyword = words.length === 0 && redirects.length === 0 ? literal(word) : undefined;
    if (keyword !== undefined) {
      if (keyword === '[[') return { end: skipTest(walk, word.end), stop: false };
      if (keyword === 'case') return { end: readCase(walk, word.end), stop: false };
      if (keyword === 'esac' && inCase) return { end: word.end, stop: true };
      if (keyword === 'function') {
        i = readWord(walk, skipBlank(text, word.end)).end;
        const parens = /^[ \t]*\([ \t]*\)/.exec(text.slice(i, i + 20));
        return { end: i + (parens?.[0].length ?? 0), stop: false };
      }
      if (OPENING.has(keyword) || keyword === '{') walk.blocks++;
      if (CLOSING.has(keyword)) walk.blocks = Math.max(0, walk.blocks - 1);
      if (OPENING.has(keyword) || PASSING.has(keyword) || CLOSING.has(keyword) || keyword === '{') {
        i = first = end = word.end;
        continue;
      }
      if (keyword === 'for' || keyword === 'select') walk.blocks++;
    }
    words.push({ parts: word.parts, start: i, end: word.end });
    i = end = word.end;
  }
  if (words.length > 0 || redirects.length > 0) {
    const from = Math.min(words[0]?.start ?? end, redirects[0]?.start ?? end, Math.max(first, end));
    walk.out.push({
      words,
      redirects,
      start: from,
      end,
      before,
      after: '',
      pipeline: walk.pipeline,
      list: walk.list,
      conditional: walk.blocks > 0,
      substituted: walk.substituted,
      excerpt: walk.excerpt,
    });
  }
  return { end: Math.max(i, start), stop: false };
}

function readRedirect(walk: Walk, i: number): RawRedirect | undefined {
  if (!/[\d{&<>]/.test(walk.text[i]!)) return undefined;
  REDIRECT.lastIndex = i;
  const operator = REDIRECT.exec(walk.text)?.[0];
  if (!operator) return undefined;
  const at = skipBlank(walk.text, i + operator.length);
  const word = at < walk.text.length && walk.text[at] !== '\n' ? readWord(walk, at) : undefined;
  const target = word && word.end > at ? { parts: word.parts, start: at, end: word.end } : undefined;
  const bare = operator.replace(/^(\d+|\{\w+\})/, '');
  const redirect: RawRedirect = { operator: bare, target, start: i, end: target?.end ?? i + operator.length };
  if ((bare === '<<' || bare === '<<-') && target) {
    const delimiter = target.parts.map((p) => (p.kind === 'text' ? p.text : walk.text.slice(p.start, p.end))).join('');
    const quoted = target.parts.some((p) => p.kind === 'text' && p.quoted);
    walk.pending.push({ redirect, delimiter, quoted, stripTabs: bare === '<<-' });
  }
  return redirect;
}

/** Behind `name=(`: the elements are words; answers the offset behind `)`. */
function skipArray(walk: Walk, open: number): number {
  let i = open + 1;
  for (;;) {
    i = skipBlank(walk.text, i);
    if (i >= walk.text.length) return i;
    if (walk.text[i] === ')') return i + 1;
    const word = readWord(walk, i);
    i = Math.max(word.end, i + 1);
  }
}

/** Behind `[[`: operators in there join no commands. */
function skipTest(walk: Walk, from: number): number {
  let i = from;
  for (;;) {
    i = skipBlank(walk.text, i);
    if (i >= walk.text.length || walk.text[i] === '\n') return i;
    const word = readWord(walk, i);
    if (literal(word) === ']]') return word.end;
    i = Math.max(word.end, i + 1);
  }
}

function readCase(walk: Walk, from: number): number {
  const { text } = walk;
  walk.blocks++;
  let i = readWord(walk, skipBlank(text, from)).end;
  i = skipLines(text, i);
  const keyword = readWord(walk, i);
  if (literal(keyword) === 'in') i = keyword.end;
  for (;;) {
    i = skipLines(text, i);
    if (i >= text.length) break;
    const word = readWord(walk, i);
    if (literal(word) === 'esac') {
      i = word.end;
      break;
    }
    const close = text.indexOf(')', word.end);
    const pattern = close < 0 ? '\n' : text.slice(i, close);
    if (pattern.includes('\n')) break;
    i = walkList(walk, close + 1, false, true);
    if (/^;[;&]/.test(text.slice(i, i + 2))) i += text[i + 2] === '&' ? 3 : 2;
    else break;
  }
  walk.blocks = Math.max(0, walk.blocks - 1);
  return i;
}

function skipLines(text: string, start: number): number {
  let i = skipBlank(text, start);
  while (text[i] === '\n') i = skipBlank(text, i + 1);
  return i;
}
