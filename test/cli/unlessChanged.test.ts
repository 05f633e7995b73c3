/** A file is read again when it is another, and only then. */
import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { unlessChanged } from '../../src/cli/unlessChanged';

const folder = mkdtempSync(join(tmpdir(), 'qrm-unless-changed-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('reads what was changed, replaced, linked elsewhere or removed', () => {
  let count = 0;
  const read = unlessChanged(
    (path) => {
      count++;
      return readFileSync(path, 'utf8');
    },
    (text) => text.length,
  );
  const file = join(folder, 'a');
  const other = join(folder, 'b');
  const link = join(folder, 'link');
  writeFileSync(file, 'one');
  symlinkSync(file, link);
  expect([read(file), read(file), count]).toEqual(['one', 'one', 1]);
  writeFileSync(file, 'longer');
  expect([read(file), count]).toEqual(['longer', 2]);
  // Of the same length, by a new file in its place.
  writeFileSync(other, 'LONGER');
  renameSync(other, file);
  expect([read(file), read(link), count]).toEqual(['LONGER', 'LONGER', 4]);
  writeFileSync(other, 'else');
  rmSync(link);
  symlinkSync(other, link);
  expect([read(link), read(file), count]).toEqual(['else', 'LONGER', 5]);
  rmSync(file);
  expect([read(file), count]).toEqual([null, 5]);
});

it('forgets all before much is held', () => {
  const seen: string[] = [];
  const read = unlessChanged(
    (path) => {
      seen.push(path);
      return '';
    },
    () => 150_000,
  );
  const files = Array.from({ length: 14 }, (_, i) => join(folder, `of${i}`));
  for (const file of files) {
    writeFileSync(file, '');
    read(file);
  }
  seen.length = 0;
  for (const file of [files[13]!, files[0]!]) read(file);
  expect(seen).toEqual([files[0]]);
});

it('keeps nothing that is large', () => {
  let count = 0;
  const read = unlessChanged(
    (path) => {
      count++;
      return readFileSync(path, 'utf8');
    },
    (text) => text.length,
  );
  const file = join(folder, 'large');
  writeFileSync(file, 'x'.repeat(200_001));
  expect([read(file)?.length, read(file)?.length, count]).toEqual([200_001, 200_001, 2]);
});
