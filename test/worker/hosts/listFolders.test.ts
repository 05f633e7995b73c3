import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { listFolders } from '../../../src/worker/hosts/listFolders';

const root = mkdtempSync(join(tmpdir(), 'list-'));
const uri = (name: string) => pathToFileURL(join(root, name)).href;
const names = ['a/Dockerfile', 'a/dockerfile', 'a/sub/compose.yaml', 'a/sub/x.bin', 'b/Dockerfile'];
for (const name of names) {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), '');
}
symlinkSync(join(root, 'a'), join(root, 'a', 'sub', 'loop'), 'junction');
const search = { wants: (address: string) => !address.endsWith('.bin'), failed: () => expect.unreachable() };

test('a file of two folders is listed once, names that differ by case each, and links are not followed', async () => {
  const { uris, isCut } = await listFolders([uri('a'), uri('a/sub'), uri('b')], search);
  expect([uris.sort(), isCut]).toEqual([names.filter((name) => !name.endsWith('.bin')).map(uri), false]);
});

test('a folder that cannot be read is told, and the others are listed', async () => {
  const failed: string[][] = [];
  const { uris } = await listFolders([uri('none'), 'untitled:x', uri('b')], {
    ...search,
    failed: (...told) => failed.push(told),
  });
  expect([uris, failed]).toEqual([[uri('b/Dockerfile')], [[join(root, 'none'), 'ENOENT']]]);
});

test('too many files are told, whatever their names are', async () => {
  expect(await listFolders([uri('a')], search, 3)).toMatchObject({ isCut: true });
  expect(await listFolders([uri('a')], search, 4)).toMatchObject({ isCut: false });
});

test('others have their turn while many files are looked at', async () => {
  for (let i = 0; i < 1200; i++) writeFileSync(join(root, 'b', `x${i}.bin`), '');
  let turns = 0;
  let isRunning = true;
  const turn = () => {
    turns++;
    if (isRunning) setImmediate(turn);
  };
  setImmediate(turn);
  await listFolders([uri('b')], search);
  isRunning = false;
  expect(turns).toBeGreaterThanOrEqual(2);
});
