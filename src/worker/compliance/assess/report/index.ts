/** Every format of the report on a deployment: command line, help and menus take them from here. */
import type { Assessment } from '../../../protocol/assessment';
import type { Locale } from '../../../protocol/finding';
import type { Rule } from '../../rules/rule';
import { jsonAssessment } from './json';

export interface AssessmentInput {
  assessment: Assessment;
  /** Their titles, reasons and remedies. */
  rules: readonly Rule[];
  locale: Locale;
}

export interface AssessmentReporter {
  /** Of its files, with the dot. */
  extension: string;
  /** Media type. */
  mime: string;
  /** As its makers write it, for menus. */
  label: string;
  /** The same input gives the same bytes. */
  write(input: AssessmentInput): string | Uint8Array;
}

export const assessmentReporters = {
  json: { extension: '.json', mime: 'application/json', label: 'JSON', write: jsonAssessment },
} as const satisfies Record<string, AssessmentReporter>;

export type AssessmentFormat = keyof typeof assessmentReporters;
export const assessmentFormats = Object.keys(assessmentReporters) as AssessmentFormat[];
