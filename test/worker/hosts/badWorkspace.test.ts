/** What cannot be read in a workspace: the rest is judged, and it is said what was not. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Host, overStdio, overWorker } from './connect';

let top = '';
const uri = (name: string) => pathToFileURL(join(top, name)).href;
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'bad-'));
  for (const [name, text] of [
    ['a/Dockerfile', 'FROM node:latest\n'],
    ['a/dockerfile', 'FROM node:latest\n'],
    ['a/compose.yaml', 'services:\n  web:\n    image: nginx:latest\n    env_file: loop\n'],
    ['huge/Dockerfile', `FROM node:latest\n${'#'.repeat(33 * 1024 * 1024)}`],
    ['outside/Dockerfile', 'FROM node:latest\n'],
  ] as const) {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), text);
  }
  for (const name of ['a/loop', 'a/.env', 'a/loop.Dockerfile']) symlinkSync(join(top, name), join(top, name));
});
afterAll(() => rmSync(top, { recursive: true }));

async function session({ connection, end }: Host, folders: string[]) {
  const warnings: string[] = [];
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void warnings.push(message));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: folders.map((folder) => ({ uri: uri(folder), name: folder })),
    locale: 'en',
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification('initialized', {});
  return { connection, end, warnings };
}

type Diagnostics = { code: string }[];
const told = (diagnostics: Diagnostics) =>
  ['MLPS-IMG-002', 'MLPS-DOC-005'].filter((rule) => diagnostics.some(({ code }) => code === rule));

test('the worker: what was asked for and cannot be read is told at the file; what is gone is none', async () => {
  const { connection, end } = await session(overWorker(), ['a', 'huge']);
  const names = ['a/Dockerfile', 'a/dockerfile', 'a/compose.yaml', 'a/loop.Dockerfile', 'huge/Dockerfile'];
  const { files } = await connection.sendRequest<{ files: { uri: string; diagnostics: Diagnostics }[] }>(
    'compliance/check',
    { uris: [...names, 'a/gone/Dockerfile', 'outside/Dockerfile'].map(uri) },
  );
  expect(files.map((file) => [file.uri.slice(uri('').length + 1), ...told(file.diagnostics)])).toEqual([
    ['a/Dockerfile', 'MLPS-IMG-002'],
    ['a/dockerfile', 'MLPS-IMG-002'],
    ['a/compose.yaml', 'MLPS-IMG-002'],
    ['a/loop.Dockerfile', 'MLPS-DOC-005'],
    ['huge/Dockerfile', 'MLPS-DOC-005'],
    ['outside/Dockerfile', 'MLPS-DOC-005'],
  ]);
  await end();
});

test('over stdio: a folder that is gone is named once, and the others are searched', async () => {
  const { connection, end, warnings } = await session(overStdio(), ['gone', 'a']);
  for (let i = 0; i < 2; i++) {
    const { items } = await connection.sendRequest<{ items: { uri: string; items: Diagnostics }[] }>(
      'workspace/diagnostic',
      { previousResultIds: [] },
    );
    expect(items.map((item) => [item.uri.slice(uri('').length + 1), ...told(item.items)])).toEqual([
      ['a/Dockerfile', 'MLPS-IMG-002'],
      ['a/compose.yaml', 'MLPS-IMG-002'],
      ['a/dockerfile', 'MLPS-IMG-002'],
    ]);
  }
  expect(warnings.filter((line) => line.includes(join(top, 'gone')) && line.includes('ENOENT'))).toHaveLength(1);
  await end();
});
