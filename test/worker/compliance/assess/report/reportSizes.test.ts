/** How large the report of a large workspace is, and that it grows as the workspace does. */
import { expect, it } from 'vitest';
import { assess } from '../../../../../src/worker/compliance/assess/assess';
import type { AssessmentInput, ReportLayout } from '../../../../../src/worker/compliance/assess/report/assessmentInput';
import { type AssessmentFormat, assessmentReporters } from '../../../../../src/worker/compliance/assess/report/index';
import { rules } from '../../../../../src/worker/compliance/rules/index';
import { FILES_OF_A_PROJECT, manyFiles } from '../manyFiles';

const inputOf = (files: number): AssessmentInput => ({
  assessment: assess(manyFiles(files / FILES_OF_A_PROJECT)),
  rules,
  locale: 'zh-cn',
});
const half = inputOf(500);
const whole = inputOf(1000);

const bytes = (format: AssessmentFormat, input: AssessmentInput): number =>
  Buffer.from(assessmentReporters[format].write(input)).length;

it('is about a thousand files with findings in each of them', () => {
  const { files, findings } = whole.assessment;
  expect(new Set(findings.map(({ path }) => path)).size).toBe(files.length);
  expect([files.length, findings.length > 8000]).toEqual([1000, true]);
});

it.each<[name: string, format: AssessmentFormat, layout?: ReportLayout]>([
  ['page', 'html'],
  ['Markdown', 'markdown'],
  ['JSON', 'json'],
  ['list of problems', 'csv', 'issues'],
  ['workbook of problems', 'xlsx', 'issues'],
  ['workbook of everything', 'xlsx', 'full'],
])('is smaller than 5 MB, and twice as large for twice as many files: %s', (_, format, layout) => {
  const size = bytes(format, { ...whole, layout });
  expect(size).toBeLessThan(5_000_000);
  expect(size / bytes(format, { ...half, layout })).toBeLessThan(2.1);
});

it('has a small file for each thing where there are several', () => {
  const files = assessmentReporters.csv.files({ ...whole, layout: 'worksheet' });
  expect(files.length).toBeGreaterThan(1000);
  expect(Math.max(...files.map(({ text }) => Buffer.byteLength(text)))).toBeLessThan(50_000);
});
