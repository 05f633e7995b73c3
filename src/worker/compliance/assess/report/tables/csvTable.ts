/** A table as comma-separated values (RFC 4180) that spreadsheets open by a click. */
import { cellText } from './cellText';
import type { Table } from './table';

/** Without it Excel takes UTF-8 for the code page of the machine. */
const BOM = '\ufeff';

export const csvTable = ({ header, rows }: Table): string =>
  BOM + [...(header ? [header] : []), ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('');

/** Semicolons and tabs too: spreadsheets of other countries part by them. */
function field(text: string): string {
  const shown = cellText(text);
  return /[",;\t\n]|^ | $/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
