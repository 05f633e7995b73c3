/** `report --format json`: the assessment as it is, by media/schema/report.schema.json. */
import type { ItemResult, WrittenAssessment } from '../../../protocol/assessment';
import { inertJson } from '../../../text/inertJson';
import type { AssessmentInput } from './assessmentInput';

/** One JSON object, an entry of its lists a line, so that versions of it compare well. */
export function* jsonAssessment({ assessment }: AssessmentInput): Generator<void, string> {
  const shape: WrittenAssessment = { ...assessment, items: joined(assessment.items) };
  const parts: string[] = [];
  for (const [key, value] of Object.entries(shape)) {
    if (value === undefined) continue;
    parts.push(`${JSON.stringify(key)}: ${inertJson(yield* written(value))}`);
    yield;
  }
  return `{\n${parts.join(',\n')}\n}\n`;
}

/** Entries that are a step. */
const ENTRIES_OF_A_STEP = 5000;

function* written(value: unknown): Generator<void, string> {
  if (!Array.isArray(value) || value.length === 0) return JSON.stringify(value);
  const lines: string[] = [];
  for (const [i, entry] of value.entries()) {
    lines.push(JSON.stringify(entry));
    if (i % ENTRIES_OF_A_STEP === ENTRIES_OF_A_STEP - 1) yield;
  }
  return `[\n${lines.join(',\n')}\n]`;
}

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
