/** Every layout of the table formats, by the name that the command line knows it by. */
import type { AssessmentInput, ReportLayout } from '../assessmentInput';
import { appendixTables } from './appendixTables';
import { fullTables } from './fullTables';
import { issueTables } from './issueTables';
import { pasteTables } from './pasteTables';
import { resultBookTables } from './resultBookTables';
import type { Table } from './table';
import { worksheetTables } from './worksheetTables';

interface TableLayout {
  /** A table for each thing and category; else there is one. */
  isPerObject: boolean;
  tables(input: AssessmentInput): Table[];
}

export const layouts = {
  full: { isPerObject: false, tables: fullTables },
  worksheet: { isPerObject: true, tables: worksheetTables },
  'result-book': { isPerObject: true, tables: resultBookTables },
  paste: { isPerObject: true, tables: pasteTables },
  issues: { isPerObject: false, tables: issueTables },
  'appendix-b': { isPerObject: false, tables: appendixTables },
} as const satisfies Record<ReportLayout, TableLayout>;

export const DEFAULT_LAYOUT: ReportLayout = 'full';

/** Whether a layout has a table for each thing, so that a format of one table needs several files. */
export const isPerObject = (layout: ReportLayout): boolean => layouts[layout].isPerObject;
