/** Folders that are added to a running server, and taken from it, in both hosts. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overStdio, overWorker } from './connect';

const text = 'services:\n  web:\n    image: nginx:1.29\n';
let top = '';
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'folders-'));
  for (const folder of ['first', 'second/sub']) mkdirSync(join(top, folder), { recursive: true });
  writeFileSync(join(top, 'first', 'Dockerfile'), 'FROM node:latest\n');
  writeFileSync(join(top, 'second', '.qrcodemaster.yaml'), 'profile: mlps3\n');
  writeFileSync(join(top, 'second', 'sub', 'compose.yaml'), text);
});
afterAll(() => rmSync(top, { recursive: true }));

test.each([
  ['worker', overWorker],
  ['stdio', overStdio],
])('what lies in them is judged as theirs from then on, and no longer (%s)', async (name, start) => {
  const { connection, end } = start();
  connection.listen();
  const [first, second] = ['first', 'second'].map((folder) => ({
    uri: pathToFileURL(join(top, folder)).href,
    name: folder,
  })) as [{ uri: string; name: string }, { uri: string; name: string }];
  const { capabilities } = await connection.sendRequest<{ capabilities: { workspace: object } }>('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [first],
    locale: 'en',
    capabilities: { workspace: { workspaceFolders: true }, textDocument: { diagnostic: {} } },
  });
  expect(capabilities.workspace).toEqual({ workspaceFolders: { supported: true, changeNotifications: true } });
  await connection.sendNotification('initialized', {});
  const uri = `${second.uri}/sub/compose.yaml`;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  // A document of no folder has no configuration above its own.
  const isWholeChecklist = async () => {
    const { items } = await connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return items.some(({ code }) => code === 'MLPS-RUN-000' || code === 'MLPS-LOG-002');
  };
  const searched = async () => {
    const { items } = await connection.sendRequest<{ items: { uri: string }[] }>('workspace/diagnostic', {
      previousResultIds: [],
    });
    return items.filter((item) => !item.uri.endsWith('.yaml') || item.uri === uri).length;
  };
  const change = (added: object[], removed: object[]) =>
    connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added, removed } });
  const files = name === 'stdio' ? [1, 2, 1] : [0, 0, 0];
  expect([await isWholeChecklist(), await searched()]).toEqual([false, files[0]]);
  // The folder inside it holds the same file.
  await change([second, { uri: `${second.uri}/sub/`, name: 'sub' }], []);
  expect([await isWholeChecklist(), await searched()]).toEqual([true, files[1]]);
  await change([], [second, { uri: `${second.uri}/sub`, name: 'sub' }]);
  expect([await isWholeChecklist(), await searched()]).toEqual([false, files[2]]);
  await end();
});
