/** Which rows of a table are shown, and in which order. */
import type { FolderRow } from '../../src/extension/panel/contract';

export const sortKeys = ['text', 'kind', 'path'] as const;
export type SortKey = (typeof sortKeys)[number];

export interface RowChoice {
  /** Found in the text, the kind or the path, whatever their case. */
  filter: string;
  /** Absent: as the paths were found. */
  sort?: SortKey;
  descending: boolean;
}

/** The rows as they are to be shown, rows that are equal in the order of their pictures. */
export function orderRows(rows: readonly FolderRow[], { filter, sort, descending }: RowChoice, lang: string) {
  const wanted = filter.trim().toLowerCase();
  const found = rows.filter(
    ({ text, kind, path }) => wanted === '' || [text, kind, path].some((cell) => cell.toLowerCase().includes(wanted)),
  );
  const { compare } = new Intl.Collator(lang, { numeric: true });
  const key = sort;
  const byPlace = (a: FolderRow, b: FolderRow) => a.picture - b.picture || (a.symbol ?? 0) - (b.symbol ?? 0);
  const sign = descending ? -1 : 1;
  return found.sort((a, b) => (key ? sign * compare(a[key], b[key]) : sign * byPlace(a, b)) || byPlace(a, b));
}
