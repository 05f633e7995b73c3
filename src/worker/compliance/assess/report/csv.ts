/** `report --format csv`: one table a file. */

import { moreCsvLines } from '../../../text/csvLines';
import type { AssessmentInput, ReportFile } from './assessmentInput';
import { csvTable } from './tables/csvTable';
import { DEFAULT_LAYOUT, layouts } from './tables/layouts';
import type { Table } from './tables/table';

const ROWS_OF_A_STEP = 1000;

const tablesOf = (input: AssessmentInput): Table[] => layouts[input.layout ?? DEFAULT_LAYOUT].tables(input);

/** Of a layout that has one table. */
export function* csvAssessment(input: AssessmentInput): Generator<void, string> {
  const texts: string[] = [];
  for (const table of tablesOf(input)) {
    texts.push(csvTable({ ...table, rows: table.rows.slice(0, ROWS_OF_A_STEP) }));
    yield;
    for (let at = ROWS_OF_A_STEP; at < table.rows.length; at += ROWS_OF_A_STEP) {
      texts.push(moreCsvLines(table.rows.slice(at, at + ROWS_OF_A_STEP)));
      yield;
    }
  }
  return texts.join('');
}

/** A file for each table, called as its sheet would be. */
export const csvFiles = (input: AssessmentInput): ReportFile[] =>
  tablesOf(input).map((table) => ({ path: `${table.name}.csv`, text: csvTable(table) }));
