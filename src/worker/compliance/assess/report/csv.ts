/** `report --format csv`: one table a file. */
import type { AssessmentInput, ReportFile } from './assessmentInput';
import { csvTable } from './tables/csvTable';
import { DEFAULT_LAYOUT, layouts } from './tables/layouts';
import type { Table } from './tables/table';

const tablesOf = (input: AssessmentInput): Table[] => layouts[input.layout ?? DEFAULT_LAYOUT].tables(input);

/** Of a layout that has one table. */
export const csvAssessment = (input: AssessmentInput): string => tablesOf(input).map(csvTable).join('');

/** A file for each table, called as its sheet would be. */
export const csvFiles = (input: AssessmentInput): ReportFile[] =>
  tablesOf(input).map((table) => ({ path: `${table.name}.csv`, text: csvTable(table) }));
