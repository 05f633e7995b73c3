/** Which cells of a sheet are covered by the first one of a merged range. */
import type { cellPlace } from './columnName';

type Place = NonNullable<ReturnType<typeof cellPlace>>;

export interface CellRange {
  first: Place;
  last: Place;
}

/** Rows, from the first to the last one. */
type Rows = [first: number, last: number];

/**
 * Answers for `row` and `column`, from 0. Somebody else's book may have very many ranges, also over
 * one another: a column's are joined when it is first asked for, and then found by halving.
 */
export function coveredCells(ranges: readonly CellRange[]): (row: number, column: number) => boolean {
  const byColumn = new Map<number, Rows[]>();
  return (row, column) => {
    let rows = byColumn.get(column);
    if (!rows) byColumn.set(column, (rows = coveredRows(ranges, column)));
    let [from, to] = [0, rows.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (rows[middle]![1] < row) from = middle + 1;
      else to = middle;
    }
    return from < rows.length && rows[from]![0] <= row;
  };
}

/** In order, apart from each other. */
function coveredRows(ranges: readonly CellRange[], column: number): Rows[] {
  const covered = ranges.flatMap(({ first, last }): Rows[] => {
    if (column < first.column || column > last.column) return [];
    // The first cell shows what all of them hold.
    const from = column === first.column ? first.row + 1 : first.row;
    return from <= last.row ? [[from, last.row]] : [];
  });
  covered.sort((a, b) => a[0] - b[0]);
  const joined: Rows[] = [];
  for (const [from, to] of covered) {
    const before = joined.at(-1);
    if (before && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else joined.push([from, to]);
  }
  return joined;
}
