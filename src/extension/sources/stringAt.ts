/** The string literal at a place of a line, without its quotes. */

const STRING = /"((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'|`((?:\\.|[^`\\])*)`/g;

/**
 * A quote inside a word, as in "don't", opens nothing. Escapes of the language stay as they are
 * written.
 * @param column UTF-16 offset of the cursor, before or behind the quotes included
 */
export function stringAt(line: string, column: number): string | undefined {
  for (const match of line.matchAll(STRING)) {
    const { 0: whole, index } = match;
    if (index > column) return undefined;
    const opensInWord = /[\p{L}\p{N}]/u.test(line[index - 1] ?? '');
    if (!opensInWord && column <= index + whole.length) return match[1] ?? match[2] ?? match[3] ?? undefined;
  }
  return undefined;
}
