/** What a line says, whoever wrote it. */
import { type Entry, operations, results } from './entry';

const TEXTS = ['time', 'offset', 'user', 'host', 'source', 'via', 'version', 'rules', 'prev'] as const;

const isText = (value: unknown): boolean => typeof value === 'string';
const isOptional = (value: unknown, type: string): boolean => value === undefined || typeof value === type;

/** Undefined for a line that is no entry. */
export function entryIn(bytes: Buffer): Entry | undefined {
  let entry: Partial<Entry> | null;
  try {
    entry = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
  return isEntry(entry) ? entry : undefined;
}

function isEntry(value: Partial<Entry> | null): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { seq, op, result, app, target, ms, content, detail, waited, time } = value;
  return (
    Number.isSafeInteger(seq) &&
    TEXTS.every((key) => isText(value[key])) &&
    !Number.isNaN(Date.parse(time!)) &&
    operations.includes(op!) &&
    results.includes(result!) &&
    (app === 'cli' || app === 'editor') &&
    isOptional(target, 'string') &&
    isOptional(ms, 'number') &&
    isOptional(waited, 'number') &&
    (content === undefined || (typeof content?.bytes === 'number' && isOptional(content.sha256, 'string'))) &&
    (detail === undefined || (typeof detail === 'object' && detail !== null))
  );
}
