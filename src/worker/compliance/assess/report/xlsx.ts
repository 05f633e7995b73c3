/** `report --format xlsx`: a workbook with a sheet for each table. */
import type { AssessmentInput } from './assessmentInput';
import { DEFAULT_LAYOUT, layouts } from './tables/layouts';
import { workbook } from './workbook/library';

export const xlsxAssessment = (input: AssessmentInput): Uint8Array =>
  workbook(layouts[input.layout ?? DEFAULT_LAYOUT].tables(input));
