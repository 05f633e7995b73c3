/** What cannot be reached is not taken for what is not there, and nothing of it is thrown. */
import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { isForeign } from '../../../src/worker/hosts/configSearch';
import { readFolderInside, readInside, stampOf } from '../../../src/worker/hosts/readInside';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'inside-')));
const at = (name: string) => join(folder, name);
writeFileSync(at('file'), 'A=1\n');
mkdirSync(at('folder'));
symlinkSync(at('loop'), at('loop'));
symlinkSync(at('none'), at('dangling'));
const long = at('x'.repeat(300));

test.each([
  ['file', Buffer.from('A=1\n')],
  ['none', null],
  ['dangling', null],
  ['file/below', null],
  ['folder', undefined],
  ['loop', undefined],
  ['loop/below', undefined],
])('a file: %s', (name, content) => {
  const read = readInside(at(name), [folder]);
  expect(read instanceof Uint8Array ? Buffer.from(read) : read).toEqual(content);
});

test('a link that leads back to itself, and a name that is too long, have one stamp and no entries', () => {
  for (const path of [at('loop'), long]) {
    expect([readInside(path, [folder]), readFolderInside(path, [folder])]).toEqual([undefined, null]);
    const uri = pathToFileURL(path).href;
    expect(stampOf(uri)).toBe(stampOf(uri));
    expect(isForeign(uri, `${uri}/Dockerfile`, 4711)).toBeTypeOf('boolean');
  }
  expect(stampOf(pathToFileURL(at('none')).href)).toBeUndefined();
});
