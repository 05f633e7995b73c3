/** What a line says, whoever wrote it. */
import { type Entry, operations, results } from './entry';
import { linePatterns } from './linePatterns';

const TEXTS = ['time', 'offset', 'user', 'host', 'source', 'via', 'version', 'rules', 'prev'] as const;
const TIME = new RegExp(`^${linePatterns.time}$`);
const OFFSET = new RegExp(`^${linePatterns.offset}$`);

const isText = (value: unknown): boolean => typeof value === 'string';
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isWord = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/** Undefined for a line that is no entry: what is shown and exported goes by the schema. */
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
  const { seq, op, result, app, target, ms, content, detail, waited, time, offset } = value;
  return (
    isCount(seq) &&
    TEXTS.every((key) => isText(value[key])) &&
    TIME.test(time!) &&
    OFFSET.test(offset!) &&
    operations.includes(op!) &&
    results.includes(result!) &&
    (app === 'cli' || app === 'editor') &&
    (target === undefined || isText(target)) &&
    (ms === undefined || isCount(ms)) &&
    (waited === undefined || isCount(waited)) &&
    (content === undefined || (isCount(content?.bytes) && (content.sha256 === undefined || isText(content.sha256)))) &&
    (detail === undefined || isDetail(detail))
  );
}

const isDetail = (detail: unknown): boolean =>
  typeof detail === 'object' && detail !== null && !Array.isArray(detail) && Object.values(detail).every(isWord);
