import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { readRegularFile } from '../../../src/worker/hosts/readRegularFile';
import { walkFolder } from '../../../src/worker/hosts/walkFolder';
import { SKIPPED_FOLDERS } from '../../../src/worker/protocol/deploymentFiles';

const folder = mkdtempSync(join(tmpdir(), 'walk-'));
for (const name of [
  'b/Dockerfile',
  'a.yaml',
  '.github/ci.yml',
  ...SKIPPED_FOLDERS.map((name) => `b/${name}/Dockerfile`),
]) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), '');
}

test('names come in order, and nothing of the folders of others', () => {
  const found = [...walkFolder(folder, () => expect.unreachable())].map((path) =>
    relative(folder, path).split(sep).join('/'),
  );
  expect(found).toEqual(['.github/ci.yml', 'a.yaml', 'b/Dockerfile']);
});

test('links are not followed, and a folder that cannot be read is told', () => {
  symlinkSync(folder, join(folder, 'b', 'loop'), 'junction');
  expect([...walkFolder(folder, () => {})]).toHaveLength(3);
  const failed: string[] = [];
  expect([...walkFolder(join(folder, 'none'), (path) => failed.push(path))]).toEqual([]);
  expect(failed).toEqual([join(folder, 'none')]);
});

test.skipIf(process.platform === 'win32')('what is no file is listed, behind links too', async () => {
  const own = mkdtempSync(join(tmpdir(), 'walk-'));
  execFileSync('mkfifo', [join(own, 'compose.yaml')]);
  symlinkSync('compose.yaml', join(own, 'Dockerfile'));
  symlinkSync('nothing', join(own, 'broken'));
  const server = createServer().listen(join(own, 'nginx.conf'));
  await once(server, 'listening');
  const found = [...walkFolder(own, () => expect.unreachable())];
  expect(found.map((path) => basename(path))).toEqual(['Dockerfile', 'compose.yaml', 'nginx.conf']);
  for (const path of found) expect(() => readRegularFile(path, 1000)).toThrow('ENOTREG');
  server.close();
});
