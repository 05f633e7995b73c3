/** A file is read again when it is another, and only then. */
import { mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { unlessChanged } from '../../src/cli/unlessChanged';

const folder = mkdtempSync(join(tmpdir(), 'qrm-unless-changed-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Reads files by their path, with the paths that it read. */
function reader() {
  const paths: string[] = [];
  const read = unlessChanged(
    (path) => {
      paths.push(path);
      return readFileSync(path, 'utf8');
    },
    (text) => text.length,
  );
  return { read, paths };
}

it('reads what was changed, replaced, linked elsewhere or removed', () => {
  const { read, paths } = reader();
  const file = join(folder, 'a');
  const other = join(folder, 'b');
  const link = join(folder, 'link');
  writeFileSync(file, 'one');
  symlinkSync(file, link);
  expect([read(file), read(file), paths.length]).toEqual(['one', 'one', 1]);
  writeFileSync(file, 'longer');
  expect([read(file), paths.length]).toEqual(['longer', 2]);
  // Of the same length, by a new file in its place.
  writeFileSync(other, 'LONGER');
  renameSync(other, file);
  expect([read(file), read(link), paths.length]).toEqual(['LONGER', 'LONGER', 4]);
  writeFileSync(other, 'else');
  rmSync(link);
  symlinkSync(other, link);
  expect([read(link), read(file), paths.length]).toEqual(['else', 'LONGER', 5]);
  rmSync(file);
  expect([read(file), paths.length]).toEqual([null, 5]);
});

it('forgets all before much is held', () => {
  const { read, paths } = reader();
  const files = Array.from({ length: 14 }, (_, i) => join(folder, `of${i}`));
  for (const file of files) {
    writeFileSync(file, 'x'.repeat(150_000));
    read(file);
  }
  paths.length = 0;
  for (const file of [files[13]!, files[0]!]) read(file);
  expect(paths).toEqual([files[0]]);
});

it('keeps nothing that is large', () => {
  const { read, paths } = reader();
  const file = join(folder, 'large');
  writeFileSync(file, 'x'.repeat(200_001));
  expect([read(file)?.length, read(file)?.length, paths.length]).toEqual([200_001, 200_001, 2]);
});
