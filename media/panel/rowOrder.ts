/** Which rows of a table are shown, and in which order. */
import type { FolderRow, RowChoice } from '../../src/extension/panel/contract';

export interface RowOrder {
  isShown(row: FolderRow): boolean;
  /** Rows that are equal stand in the order of their pictures. */
  compare(a: FolderRow, b: FolderRow): number;
}

export function rowOrder({ filter, sort, descending }: RowChoice, lang: string): RowOrder {
  const wanted = filter.trim().toLowerCase();
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const byPlace = (a: FolderRow, b: FolderRow) => a.picture - b.picture || (a.symbol ?? 0) - (b.symbol ?? 0);
  const sign = descending ? -1 : 1;
  return {
    isShown: ({ text, kind, path }) =>
      wanted === '' || [text, kind, path].some((cell) => cell.toLowerCase().includes(wanted)),
    compare: (a, b) => (sort ? sign * compare(a[sort], b[sort]) : sign * byPlace(a, b)) || byPlace(a, b),
  };
}

/** The rows as they are to be shown. */
export const orderRows = (rows: readonly FolderRow[], { isShown, compare }: RowOrder): FolderRow[] =>
  rows.filter(isShown).sort(compare);

/**
 * Puts further rows where they belong among those that are shown; it compares only as much as the
 * further ones need. `from` is the first place where another row stands now.
 */
export function withRows(shown: readonly FolderRow[], more: readonly FolderRow[], order: RowOrder) {
  const rows: FolderRow[] = [];
  let from = shown.length;
  let at = 0;
  for (const row of orderRows(more, order)) {
    const place = firstAfter(shown, row, at, order);
    from = Math.min(from, place);
    for (; at < place; at++) rows.push(shown[at]!);
    rows.push(row);
  }
  for (; at < shown.length; at++) rows.push(shown[at]!);
  return { rows, from };
}

/** Number of the first row that stands after it, by halves. */
function firstAfter(shown: readonly FolderRow[], row: FolderRow, start: number, { compare }: RowOrder): number {
  let [low, high] = [start, shown.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compare(shown[middle]!, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
