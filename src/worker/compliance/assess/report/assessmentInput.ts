/** What every format of the report on a deployment is written from, and where one needs many files. */
import type { Assessment } from '../../../protocol/assessment';
import type { Locale } from '../../../protocol/finding';
import type { Rule } from '../../rules/rule';

/** Of the formats that are tables. */
export const reportLayouts = ['full', 'worksheet', 'result-book', 'paste', 'issues', 'appendix-b'] as const;
export type ReportLayout = (typeof reportLayouts)[number];

export interface AssessmentInput {
  assessment: Assessment;
  /** Their titles, reasons and remedies. */
  rules: readonly Rule[];
  locale: Locale;
  /** Of the formats that are tables; absent: the full one. */
  layout?: ReportLayout;
}

export interface ReportFile {
  /** A name without folders. */
  path: string;
  text: string;
}
