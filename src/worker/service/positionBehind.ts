/** Where a person goes on writing once an edit is made. */
import type { Position, TextEdit } from '../protocol/finding';

/** The position, once the edit is made, behind the last time that it inserts `words`. */
export function positionBehind({ range: { start }, newText }: TextEdit, words: string): Position {
  const before = newText.slice(0, newText.lastIndexOf(words) + words.length).split(/\r\n|\n|\r/);
  const character = before.at(-1)!.length;
  return {
    line: start.line + before.length - 1,
    character: before.length === 1 ? start.character + character : character,
  };
}
