/** Labels under the symbols of a contact sheet. */

/**
 * Characters without width, controls and marks that turn the direction of writing are no part of a
 * printed label.
 */
export const printable = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ').trim();

/**
 * Widths in units of the type size: Latin letters about a half, everything from Hangul Jamo on a
 * whole.
 */
const widthOf = (character: string): number => (character.codePointAt(0)! < 0x1100 ? 0.55 : 1);

/** Of a printed label; an estimate, for the faces differ. */
export const labelWidth = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0);

/** The label cut to a width, with dots where something is missing. */
export function cutLabel(text: string, width: number): string {
  const characters = [...printable(text)];
  let room = width;
  const end = characters.findIndex((character) => (room -= widthOf(character)) < 0);
  return end < 0 ? characters.join('') : `${characters.slice(0, Math.max(0, end - 3)).join('')}...`;
}
