/**
 * Which column of a table is meant, where nobody said: the one with links, else the one with the
 * longest texts, never one that only counts.
 */
import type { CsvRecord } from './csv';

/** Rows that are looked at. */
const LOOKED_AT = 200;
const LINK = /^(?:[a-z][a-z\d+.-]*:\/\/\S|www\.\S|mailto:|tel:)/i;
/** A number, a date, or a short code without blanks that holds a digit. */
const COUNTS = /^(?:[-+#\d.,:/\s]*|(?=\S*\d)[\w-]{1,12})$/;

/** Index from 0; the first where the table gives no hint. */
export function likeliestColumn([header, ...records]: readonly CsvRecord[]): number {
  const looked = records.slice(0, LOOKED_AT);
  const columns = (header?.fields ?? []).map((_, at) =>
    looked.map(({ fields }) => fields[at]?.trim() ?? '').filter(Boolean),
  );
  const links = columns.map((values) => values.filter((value) => LINK.test(value)).length);
  const most = Math.max(...links);
  if (most > 0) return links.indexOf(most);
  const length = columns.map((values) => {
    const texts = values.filter((value) => !COUNTS.test(value));
    return texts.length * 2 < values.length
      ? 0
      : texts.reduce((sum, { length }) => sum + length, 0) / Math.max(1, looked.length);
  });
  return Math.max(0, length.indexOf(Math.max(...length)));
}
