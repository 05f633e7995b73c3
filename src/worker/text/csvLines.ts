/** Comma-separated values (RFC 4180) that spreadsheets open by a click. */
import { cellText } from './cellText';

/** Without it Excel takes UTF-8 for the code page of the machine. */
const BOM = '\ufeff';

export const csvLines = (rows: readonly (readonly string[])[]): string => BOM + moreCsvLines(rows);

/** What follows lines that are written already. */
export const moreCsvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');

/** Semicolons and tabs too: spreadsheets of other countries part by them. */
function field(text: string): string {
  const shown = cellText(text);
  return /[",;\t\n]|^ | $/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
