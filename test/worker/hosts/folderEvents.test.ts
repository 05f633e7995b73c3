/** Of a folder that went and came again, VS Code tells the folder alone, if at all: what lies in it is read again. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { FileChangeType } from 'vscode-languageserver';
import { overWorker } from './connect';

test('a configuration in a folder that came again holds, and one in a folder that went does not', async () => {
  const { connection, end } = overWorker();
  const files = new Map<string, string>();
  connection.onRequest('files/read', ({ uri }: { uri: string }) => ({ content: files.get(uri) ?? null }));
  connection.onRequest('files/readFolder', () => ({ entries: null }));
  let refreshes = 0;
  connection.onRequest('workspace/diagnostic/refresh', () => {
    refreshes++;
    return null;
  });
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: 'vscode-vfs://host/w', name: 'w' }],
    locale: 'en',
    capabilities: { workspace: { diagnostics: { refreshSupport: true } }, textDocument: { diagnostic: {} } },
    initializationOptions: { ownWorkspaceCheck: true },
  });
  await connection.sendNotification('initialized', {});
  const uri = 'vscode-vfs://host/w/shop/compose.yaml';
  const text = 'services:\n  web:\n    image: nginx:1.29\n';
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text },
  });
  const found = async () => {
    const { items } = await connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return items.length;
  };
  const tell = (address: string, type: FileChangeType) =>
    connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: address, type }] });

  expect(await found()).toBe(0);
  files.set('vscode-vfs://host/w/shop/.qrcodemaster.yaml', 'profile: mlps3\n');
  for (const type of [FileChangeType.Created, FileChangeType.Changed] as const) {
    await tell('vscode-vfs://host/w/shop', type);
    expect(await found()).toBeGreaterThan(0);
  }
  files.clear();
  await tell('vscode-vfs://host/w/shop', FileChangeType.Deleted);
  expect(await found()).toBe(0);
  await expect.poll(() => refreshes).toBe(3);
  // Nothing rests on these: nobody is asked to look again.
  await tell('vscode-vfs://host/w/main.go', FileChangeType.Changed);
  await tell('vscode-vfs://host/w/other', FileChangeType.Deleted);
  await found();
  expect(refreshes).toBe(3);
  end();
});

test('what a command writes is decided by what lies there, not by what a watcher missed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'missed-'));
  const { connection, end } = overWorker();
  connection.listen();
  const top = pathToFileURL(folder).href;
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    workspaceFolders: [{ uri: top, name: 'w' }],
    locale: 'en',
    capabilities: {},
    initializationOptions: { ownWorkspaceCheck: true },
  });
  await connection.sendNotification('initialized', {});
  const place = () => connection.sendRequest('compliance/attestable', { uri: `${top}/shop/compose.yaml` });
  mkdirSync(join(folder, 'shop'));
  expect(await place()).toMatchObject({ config: `${top}/.qrcodemaster.yaml`, isNew: true });
  writeFileSync(join(folder, 'shop', '.qrcodemaster.yaml'), 'profile: mlps3\n');
  expect(await place()).toMatchObject({ config: `${top}/shop/.qrcodemaster.yaml`, isNew: false });
  rmSync(folder, { recursive: true });
  expect(await place()).toMatchObject({ config: `${top}/.qrcodemaster.yaml`, isNew: true });
  end();
});
