/** How many symbols stand side by side on a printed page. */
import type { SheetEntry } from '../../protocol/batch';
import type { Look } from '../render/look';

/** Between the margins of A4, and what a column leaves free. */
const widthMm = 184;
const gapMm = 3.5;

/** A module of this size is found by a phone at reading distance, and no printer smears it. */
const moduleMm = 0.4;

const [fewest, most] = [2, 4];

/**
 * As many as the modules of the largest symbol bear: 2 (up to version 40) to 4 (up to version 20).
 */
export function sheetColumns(entries: readonly SheetEntry[], { marginModules }: Look): number {
  const modules = entries.reduce((largest, { symbol }) => Math.max(largest, symbol.size), 0) + 2 * marginModules;
  return Math.max(fewest, Math.min(most, Math.floor(widthMm / (modules * moduleMm + gapMm))));
}
