/** What a word says, with quotes taken off and variables filled in, as a text of its own. */
import type { Excerpt } from '../text/excerpt';
import type { ShellWord } from './shellTypes';

const unwritten = () => undefined;

/** Nothing is written to it: quotes around would have to be known. */
export const excerptOfWord = (word: ShellWord): Excerpt => ({
  text: word.resolved,
  place: (from, to) => word.placeOf(from, to),
  write: unwritten,
});
