/** A text of foreign files as the cell of a table: never a formula, all of it visible. */

import { cutText } from './cutText';
import { visible } from './visible';

/** What spreadsheets take: ECMA-376, and Excel's own limit. */
const MAX_CHARACTERS = 32_767;

/**
 * What a spreadsheet takes for the start of a formula, in full width too: a Chinese Excel reads that
 * as well (OWASP, CSV injection).
 */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Line breaks stay, as line feeds. */
export function cellText(text: string): string {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  const lines = cutText(inert, MAX_CHARACTERS).split(/\r\n?|\n/);
  const shown = lines.map(visible).join('\n');
  return shown.length > MAX_CHARACTERS ? `${cutText(shown, MAX_CHARACTERS - 1)}…` : shown;
}
