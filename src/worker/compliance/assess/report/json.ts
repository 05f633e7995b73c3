/** `report --format json`: the assessment as it is, by media/schema/report.schema.json. */
import type { ItemResult, WrittenAssessment } from '../../../protocol/assessment';
import { inertJson } from '../../../text/inertJson';
import type { AssessmentInput } from './assessmentInput';

/** One JSON object, an entry of its lists a line, so that versions of it compare well. */
export function jsonAssessment({ assessment }: AssessmentInput): string {
  const shape: WrittenAssessment = { ...assessment, items: joined(assessment.items) };
  const parts = Object.entries(shape).flatMap(([key, value]) =>
    value === undefined ? [] : `${JSON.stringify(key)}: ${written(value)}`,
  );
  return inertJson(`{\n${parts.join(',\n')}\n}\n`);
}

const written = (value: unknown): string =>
  Array.isArray(value) && value.length > 0
    ? `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
    : JSON.stringify(value);

/** In the order of their first. */
function joined(items: readonly ItemResult[]): WrittenAssessment['items'] {
  const known = new Map<string, WrittenAssessment['items'][number]>();
  for (const { object, clause, ...said } of items) {
    const key = JSON.stringify([clause, said]);
    const before = known.get(key);
    if (before) before.objects.push(object);
    else known.set(key, { clause, objects: [object], ...said });
  }
  return [...known.values()];
}
