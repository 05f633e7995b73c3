/**
 * What the steps of reading a shell text share: the commands found so far, and where in the grammar
 * the reader is.
 */
import type { Excerpt, Span } from '../text/excerpt';
import type { ReadWord, ShellOperator, ShellPart } from './shellTypes';
import type { WordReader } from './shellWord';

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
  /** The innermost one that it stands in; undefined: it always runs. */
  block: Block | undefined;
  substituted: boolean;
  /** Backtick commands are read from an excerpt of their own. */
  excerpt: Excerpt;
  /** Stands for what is nested too deep to be read. */
  unread?: 'TOO_DEEP';
}

/** What may run never or often: a branch, a loop's or a function's body. */
export interface Block {
  parent: Block | undefined;
}

const MAX_BLOCKS = 60;

/** Whether what is set in `outer` holds in `inner`, if that comes later. */
export function isInside(inner: Block | undefined, outer: Block | undefined): boolean {
  if (outer === undefined) return true;
  let at = inner;
  for (let steps = 0; at && steps < MAX_BLOCKS; steps++, at = at.parent) if (at === outer) return true;
  return false;
}

/** A here-document whose body begins on the next line. */
export interface Pending {
  redirect: RawRedirect;
  delimiter: string;
  quoted: boolean;
  stripTabs: boolean;
}

export interface Walk extends WordReader {
  excerpt: Excerpt;
  /** In order of their end. */
  out: RawCommand[];
  pending: Pending[];
  /** The last ones given to pipelines and lists of this text. */
  numbers: { pipeline: number; list: number };
  /** Of the command that is read: a substitution in its words has others. */
  pipeline: number;
  list: number;
  block: Block | undefined;
  nest: number;
  /** Nested `$(…)`. */
  substituted: boolean;
  /**
   * Reads commands until `)` (in a group), `;;` or `esac` (in a case) or the end; answers the offset
   * of what stopped it.
   */
  readList(start: number, within: 'text' | 'group' | 'case'): number;
}

/** The text of a word in which nothing is quoted or expanded. */
export function literal({ parts }: ReadWord): string | undefined {
  const [first] = parts;
  if (parts.length === 1) return first!.kind === 'text' && !first!.quoted ? first!.text : undefined;
  return parts.every((p) => p.kind === 'text' && !p.quoted)
    ? parts.map((p) => (p.kind === 'text' ? p.text : '')).join('')
    : undefined;
}
