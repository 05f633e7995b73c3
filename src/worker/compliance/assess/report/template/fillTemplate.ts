/** `report --template`: the user's own workbook of results, filled in. */
import type { AssessmentInput } from '../assessmentInput';
import { itemRecords } from '../tables/itemRecord';
import { objectSheets } from '../tables/objectSheets';
import { objectTitle } from '../tables/objectTitle';
import type { CellEdit } from '../workbook/book';
import { openBook } from '../workbook/library';
import { type FilledSheet, fillSheet } from './fillSheet';
import { formColumns } from './formColumns';
import { sheetObject } from './sheetObject';

/** What became of a sheet of results. */
export type SheetOutcome = { sheet: string } & (
  | ({ object: string } & Pick<FilledSheet, 'filled' | 'kept' | 'unmatched'>)
  /** Its columns are not those of a form; nothing like it was judged; or it may be one of several. */
  | { problem: 'columns' | 'none' }
  | { problem: 'several'; objects: string[] }
);

export interface FilledTemplate {
  /** Absent where no cell could be filled. */
  book?: Uint8Array;
  sheets: SheetOutcome[];
  /** Sheets of ours that have none in the workbook. */
  missing: string[];
}

/**
 * Empty cells of 结果记录, 符合情况 and 证据文件 are filled in; rows that somebody has filled in stay as
 * they are, and so does all the rest of the workbook.
 * @throws fault book-not-xlsx, book-macros, book-damaged, book-too-large
 */
export function fillTemplate(template: Uint8Array, { assessment, locale }: AssessmentInput): FilledTemplate {
  const book = openBook(template);
  const records = itemRecords(assessment, locale);
  const own = objectSheets(assessment);
  const placed = new Set<string>();
  const edits = new Map<string, CellEdit[]>();
  const sheets = book.sheetNames.flatMap((name): SheetOutcome[] => {
    const fitting = sheetObject(name, own, assessment);
    if (!fitting) return [];
    const [found, ...others] = fitting;
    if (!found) return [{ sheet: name, problem: 'none' }];
    if (others.length > 0) return [{ sheet: name, problem: 'several', objects: fitting.map((each) => each.name) }];
    const sheet = book.sheet(name);
    const columns = formColumns(sheet.rows);
    if (!columns) return [{ sheet: name, problem: 'columns' }];
    placed.add(found.name);
    const { edits: cells, filled, kept, unmatched } = fillSheet(sheet, columns, found.items, records);
    edits.set(name, cells);
    return [{ sheet: name, object: objectTitle(assessment.objects[found.object]!), filled, kept, unmatched }];
  });
  return {
    ...([...edits.values()].some((cells) => cells.length > 0) && { book: book.filled(edits) }),
    sheets,
    missing: own.flatMap(({ name }) => (placed.has(name) ? [] : name)),
  };
}
