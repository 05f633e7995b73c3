/** What is closed unsaved is judged, by itself and for others, as it is on the disk again. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type Host, overStdio } from './connect';

let host: Host;
afterEach(() => void host.end());

test('a document that rested on a closed one is judged anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'closed-'));
  const dockerfile = 'FROM alpine:3.23\nUSER 10001\nCMD ["./app"]\n';
  const compose = (health: string) => `services:\n  app:\n    build: .\n${health}`;
  const checked = compose('    healthcheck:\n      test: [CMD, ./health]\n');
  writeFileSync(join(folder, '.qrcodemaster.yaml'), 'profile: mlps3\n');
  writeFileSync(join(folder, 'Dockerfile'), dockerfile);
  writeFileSync(join(folder, 'compose.yaml'), checked);
  const rootUri = pathToFileURL(folder).href;
  host = overStdio();
  const { connection } = host;
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'w' }],
    capabilities,
  });
  await connection.sendNotification('initialized', {});
  const open = (name: string, languageId: string, text: string) =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: `${rootUri}/${name}`, languageId, version: 1, text },
    });
  const rules = async () => {
    const { items } = await connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri: `${rootUri}/Dockerfile` },
    });
    return items.map(({ code }) => code);
  };
  await open('Dockerfile', 'dockerfile', dockerfile);
  expect(await rules()).not.toContain('MLPS-RUN-020');
  await open('compose.yaml', 'yaml', compose(''));
  expect(await rules()).toContain('MLPS-RUN-020');
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri: `${rootUri}/compose.yaml` } });
  expect(await rules()).not.toContain('MLPS-RUN-020');
});
