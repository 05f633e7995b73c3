/** `report --format json`: the assessment as it is, by media/schema/report.schema.json. */
import type { AssessmentInput } from './assessmentInput';

/** One JSON object, an entry of its lists a line, so that versions of it compare well. */
export function jsonAssessment({ assessment }: AssessmentInput): string {
  const parts = Object.entries(assessment).flatMap(([key, value]) =>
    value === undefined ? [] : `${JSON.stringify(key)}: ${written(value)}`,
  );
  return `{\n${parts.join(',\n')}\n}\n`;
}

const written = (value: unknown): string =>
  Array.isArray(value) && value.length > 0
    ? `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
    : JSON.stringify(value);
