/** Fills a form of results: rows are known by their control point and the letter of their item. */
import type { ItemResult } from '../../../../protocol/assessment';
import { controlPoint, letterOf } from '../tables/controlItem';
import type { ItemRecords } from '../tables/itemRecord';
import { isCloud } from '../tables/objectSheets';
import { verdictWord } from '../tables/verdictWord';
import type { CellEdit } from '../workbook/book';
import type { Sheet } from '../workbook/sheet';
import type { FormColumns } from './formColumns';
import { plain } from './sheetObject';

export interface FilledSheet {
  edits: CellEdit[];
  /** Numbers of rows, from 1 as the sheet shows them. */
  filled: number[];
  /** Somebody has written into them already. */
  kept: number[];
  /** They name an item, but none that this thing is asked. */
  unmatched: number[];
}

/** `a)`, `a）`, `a、`, `a.` */
const LETTER = /^\s*([a-z])\s*[)）、.．]/i;

export function fillSheet(
  { rows, isCovered }: Sheet,
  columns: FormColumns,
  items: readonly ItemResult[],
  records: ItemRecords,
): FilledSheet {
  const known = new Map(items.map((item) => [keyOf(controlPoint(item.clause), letterOf(item.clause)), item]));
  const result: FilledSheet = { edits: [], filled: [], kept: [], unmatched: [] };
  const done = new Set<ItemResult>();
  let point = '';
  for (const { row, cells } of rows) {
    if (row <= columns.row) continue;
    const text = (column: number | undefined) => cells.find((cell) => cell.column === column)?.text ?? '';
    // A point is written once for its items, whether or not the cells are merged.
    point = text(columns.point).trim() || point;
    const asked = text(columns.item);
    if (asked.trim() === '') continue;
    const letter = LETTER.exec(asked)?.[1]?.toLowerCase() ?? '';
    // What stands alone has no letter in the standard, and an `a` in some books.
    const item = known.get(keyOf(point, letter)) ?? (letter === 'a' ? known.get(keyOf(point, '')) : undefined);
    if (!item || done.has(item) || !fits(item, text(columns.standard)) || isCovered(row, columns.record)) {
      result.unmatched.push(row + 1);
      continue;
    }
    done.add(item);
    const isTaken = (column: number | undefined) =>
      cells.some((cell) => cell.column === column && (cell.isFormula || cell.text.trim() !== ''));
    if (isTaken(columns.record) || isTaken(columns.verdict)) {
      result.kept.push(row + 1);
      continue;
    }
    result.filled.push(row + 1);
    const put = (column: number | undefined, value: string) => {
      if (column === undefined || value === '' || isCovered(row, column) || isTaken(column)) return;
      result.edits.push({ row, column, text: value });
    };
    put(columns.record, records.of(item));
    put(columns.verdict, verdictWord[item.state]);
    put(columns.evidence, records.evidence(item));
  }
  return result;
}

const keyOf = (point: string, letter: string): string => `${plain(point)} ${letter}`;

/** Books of several standards say which one a row is of. */
const fits = (item: ItemResult, standard: string): boolean =>
  standard.trim() === '' || standard.includes(isCloud(item) ? '云计算' : '通用');
