/** The published schema of a line, held against lines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { expect, it } from 'vitest';
import { entryIn } from '../../src/audit/entryIn';
import { entrySchema } from '../../src/audit/schema';
import { entriesOf, logOf } from './logKit';

const published = JSON.parse(readFileSync(join(import.meta.dirname, '../../media/schema/audit.schema.json'), 'utf8'));
const isValid = new Ajv().compile(published);

it('is the generated one', () => expect(published).toEqual(JSON.parse(JSON.stringify(entrySchema()))));

it('takes every line that is written, and no other', () => {
  const { folder, add, log } = logOf();
  add('a');
  const at = Date.now();
  const content = { bytes: 1, sha256: '0'.repeat(64) };
  log.append([
    {
      op: 'check',
      result: 'findings',
      at: at - 5000,
      offsetMinutes: -90,
      ms: 1,
      content,
      detail: { files: 1, of: 'a' },
    },
    { op: 'read', result: 'ok', at, offsetMinutes: 0, content: { bytes: 2 } },
  ]);
  log.turnOff('test');
  const entries = entriesOf(folder);
  expect(entries).toHaveLength(5);
  for (const entry of entries) {
    expect(isValid(entry), JSON.stringify(isValid.errors)).toBe(true);
    expect(entryIn(Buffer.from(JSON.stringify(entry)))).toEqual(entry);
    for (const key of published.required) {
      const { [key as keyof typeof entry]: _, ...rest } = entry;
      expect(isValid(rest)).toBe(false);
      expect(entryIn(Buffer.from(JSON.stringify(rest)))).toBeUndefined();
    }
  }
});

it.each(['', '[]', 'null', '1', '{', '{"seq":1}', '"x"'])('%s is no line', (text) => {
  expect(entryIn(Buffer.from(text))).toBeUndefined();
});
