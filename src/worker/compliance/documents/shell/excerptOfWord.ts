/** What a word says, with quotes taken off and variables filled in, as a text of its own. */
import type { Excerpt } from '../text/excerpt';
import type { ShellWord } from './shellTypes';

/** What means itself whatever quotes or pattern of sed it is put into. */
const PLAIN = /^[\w.-]+$/;

export const excerptOfWord = (word: ShellWord): Excerpt => ({
  text: word.resolved,
  place: (from, to) => word.placeOf(from, to),
  write: (text) => (PLAIN.test(text) && !word.indirect ? text : undefined),
});
