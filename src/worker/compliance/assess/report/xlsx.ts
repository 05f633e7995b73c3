/** `report --format xlsx`: a workbook with a sheet for each table. */
import type { AssessmentInput } from './assessmentInput';
import { DEFAULT_LAYOUT, layouts } from './tables/layouts';
import { workbook } from './workbook/library';

export function* xlsxAssessment(input: AssessmentInput): Generator<void, Uint8Array> {
  const tables = layouts[input.layout ?? DEFAULT_LAYOUT].tables(input);
  yield;
  return yield* workbook(tables);
}
