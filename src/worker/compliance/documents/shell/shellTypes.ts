/**
 * What the shell reader gives back: commands in command position, with words whose every character
 * knows its place.
 */
import type { Excerpt, Span } from '../text/excerpt';

/** How two commands are joined; `` is the start or end of the text or group. */
export type ShellOperator = '' | '&&' | '||' | '|' | ';' | '&' | '\n';

/** A piece of a word before its variables are filled in; offsets are into the excerpt. */
export type ShellPart =
  /** Character for character when `text.length === end - start`. */
  | ({ kind: 'text'; text: string; quoted: boolean } & Span)
  /**
   * `$NAME`, `${NAME:-fallback}`; `many` for `$@`, `${A[@]}`, which may be any number of words even
   * in quotes.
   */
  | ({ kind: 'variable'; name: string; operator: string; fallback: ShellPart[]; quoted: boolean; many: boolean } & Span)
  /** `$(…)`, backticks, arithmetic, `${x%y}`: text that only running it tells. */
  | ({ kind: 'opaque'; quoted: boolean } & Span);

/** A word as written, and where it ends; the end is the start when none is there. */
export interface ReadWord {
  parts: ShellPart[];
  end: number;
}

export interface ShellWord extends Span {
  /** As written in the excerpt. */
  raw: string;
  /**
   * After quote removal, with variables filled in; what cannot be known is one UNKNOWN character
   * each.
   */
  resolved: string;
  /** Undefined when part of it is not known. */
  known: string | undefined;
  /**
   * Some part stands in quotes or behind a backslash: the word cannot be a keyword or an operator.
   */
  quoted: boolean;
  /** An unknown expansion outside quotes, `"$@"`, `"${A[@]}"`: this may be no word or several. */
  open: boolean;
  /** The text comes out of a variable: it cannot be edited here. */
  indirect: boolean;
  /** The document's range of `resolved.slice(from, to)`. */
  placeOf(from: number, to: number): Span;
}

export interface ShellAssignment extends Span {
  name: string;
  /** Undefined for an array. */
  value: ShellWord | undefined;
  /** `+=` */
  append: boolean;
}

export interface ShellRedirect extends Span {
  /** `>`, `>>`, `<`, `<<`, `<<<`, `>&`, `&>` … */
  operator: string;
  target: ShellWord | undefined;
  /** Text between the delimiter lines; the leading tabs of `<<-` are blanks. */
  heredoc?: Excerpt;
}

export interface ShellCommand extends Span {
  /**
   * Name and arguments, wrappers (`sudo`, `env`, `exec`, `time` …) taken off. Empty for mere
   * assignments and redirections.
   */
  words: ShellWord[];
  /** The program's, without folders; empty where it is not known. */
  name: string;
  /** The wrappers with their options, outermost first. */
  wrappers: ShellWord[];
  assignments: ShellAssignment[];
  redirects: ShellRedirect[];
  before: ShellOperator;
  after: ShellOperator;
  /** The commands joined by `|`, itself among them, in order of position. */
  pipeline: readonly ShellCommand[];
  /** The commands joined by `|`, `&&`, `||`, itself among them. */
  list: readonly ShellCommand[];
  /** All commands of the text that one shell runs, in order of position. */
  script: readonly ShellCommand[];
  /** Inside `if`, a loop, `case` or a function: may run never, once or often. */
  conditional: boolean;
  /**
   * Where the command stands: in the text itself, in `$(…)`, in the here-document of a shell, in
   * the argument of `sh -c`.
   */
  within: 'script' | 'substitution' | 'heredoc' | 'argument';
  /** What it was read from; new text for it goes through `excerpt.write`. */
  excerpt: Excerpt;
  /**
   * Stands for text that was not read, and says why: the code of a problem. Such a command has no
   * words.
   */
  unread?: 'TOO_DEEP' | 'TOO_LONG';
}
