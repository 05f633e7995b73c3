/** Every format of the report on a deployment: command line, help and menus take them from here. */
import { finished } from '../../finished';
import type { AssessmentInput, ReportFile } from './assessmentInput';
import { csvAssessment, csvFiles } from './csv';
import { htmlAssessment } from './html';
import { jsonAssessment } from './json';
import { markdownAssessment } from './markdown';
import { xlsxAssessment } from './xlsx';

export type { AssessmentInput, ReportFile } from './assessmentInput';

export interface AssessmentReporter {
  /** Of its files, with the dot. */
  extension: string;
  /** Media type. */
  mime: string;
  /** As its makers write it, for menus. */
  label: string;
  /** It is a table, so it takes a layout. */
  hasLayouts?: true;
  /** Not for terminals: it is written to a file. */
  isBinary?: true;
  /** The same input gives the same bytes. */
  write(input: AssessmentInput): string | Uint8Array;
  /** The same in steps, for who has other things to do in between. */
  steps(input: AssessmentInput): Generator<void, string | Uint8Array>;
  /** Instead of `write` where a layout has a table for each thing, and a file holds one. */
  files?(input: AssessmentInput): ReportFile[];
}

function writer<T>(steps: (input: AssessmentInput) => Generator<void, T>) {
  return { steps, write: (input: AssessmentInput): T => finished(steps(input)) };
}

export const assessmentReporters = {
  html: { extension: '.html', mime: 'text/html', label: 'HTML', ...writer(htmlAssessment) },
  markdown: { extension: '.md', mime: 'text/markdown', label: 'Markdown', ...writer(markdownAssessment) },
  json: { extension: '.json', mime: 'application/json', label: 'JSON', ...writer(jsonAssessment) },
  csv: {
    extension: '.csv',
    mime: 'text/csv',
    label: 'CSV',
    hasLayouts: true,
    ...writer(csvAssessment),
    files: csvFiles,
  },
  xlsx: {
    extension: '.xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'XLSX',
    hasLayouts: true,
    isBinary: true,
    ...writer(xlsxAssessment),
  },
} as const satisfies Record<string, AssessmentReporter>;

export type AssessmentFormat = keyof typeof assessmentReporters;
export const assessmentFormats = Object.keys(assessmentReporters) as AssessmentFormat[];
