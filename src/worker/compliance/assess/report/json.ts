/** `report --format json`: the assessment as it is. */
import type { AssessmentInput } from './assessmentInput';

/** One JSON object and a line break. */
export const jsonAssessment = ({ assessment }: AssessmentInput): string => `${JSON.stringify(assessment, null, 1)}\n`;
