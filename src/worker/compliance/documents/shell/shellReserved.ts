/**
 * The reserved words of a shell (POSIX 2.4), and what each does to the command that it stands
 * before.
 */

/**
 * `open` begins what may run never or often, `close` ends it, `next` begins another
 * part of it; `pass` stands before a command;
 * `name` opens a block too, and words follow. The clauses of the others are read by themselves; an
 * `esac` without its `case` closes.
 */
export type Reserved = 'open' | 'close' | 'next' | 'pass' | 'name' | 'case' | 'esac' | 'function' | 'test';

const WORDS: readonly [Reserved, string][] = [
  ['open', 'if while until {'],
  ['close', 'fi done }'],
  ['next', 'then else elif do'],
  ['pass', '! coproc'],
  ['name', 'for select'],
  ['case', 'case'],
  ['esac', 'esac'],
  ['function', 'function'],
  ['test', '[['],
];

const BY_WORD: ReadonlyMap<string, Reserved> = new Map(
  WORDS.flatMap(([role, words]) => words.split(' ').map((word): [string, Reserved] => [word, role])),
);

export const reserved = (word: string | undefined): Reserved | undefined =>
  word === undefined ? undefined : BY_WORD.get(word);
