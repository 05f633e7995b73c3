/**
 * Editors that do not pull diagnostics get them sent, over stdio as they would run it; editors that
 * pull are sent none.
 */
import { afterEach, expect, test } from 'vitest';
import { overStdio } from './connect';

interface Sent {
  uri: string;
  version?: number;
  diagnostics: { code: string }[];
}

let host: ReturnType<typeof overStdio>;
afterEach(() => void host.end());

async function start(capabilities: object) {
  host = overStdio();
  const { connection } = host;
  const sent: Sent[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (each: Sent) => void sent.push(each));
  const registered: string[] = [];
  connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string }[] }) => {
    registered.push(...registrations.map(({ method }) => method));
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  return { connection, sent, registered };
}

/** The first document waits for the start of a thread. */
const PATIENT = { timeout: 30_000 };

const uri = 'file:///work/Dockerfile';
const open = { textDocument: { uri, languageId: 'dockerfile', version: 1, text: 'FROM alpine:3.23\nUSER root\n' } };

test('sent when opened and changed, taken back when closed', async () => {
  const { connection, sent } = await start({});
  await connection.sendNotification('textDocument/didOpen', open);
  await expect
    .poll(() => sent.at(-1), PATIENT)
    .toMatchObject({ uri, version: 1, diagnostics: [expect.objectContaining({ code: 'MLPS-RUN-001' })] });
  const text = 'FROM alpine:3.23\nUSER 10001\n';
  await connection.sendNotification('textDocument/didChange', {
    textDocument: { uri, version: 2 },
    contentChanges: [{ text }],
  });
  await expect.poll(() => sent.at(-1), PATIENT).toMatchObject({ uri, version: 2, diagnostics: [] });
  const before = sent.length;
  await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  await expect.poll(() => sent.length, PATIENT).toBeGreaterThan(before);
  expect(sent.at(-1)).toEqual({ uri, diagnostics: [] });
});

test('not sent to a client that pulls; files are watched where the client can', async () => {
  const { connection, sent, registered } = await start({
    textDocument: { diagnostic: {} },
    workspace: { didChangeWatchedFiles: { dynamicRegistration: true } },
  });
  await connection.sendNotification('textDocument/didOpen', open);
  const { items } = await connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  expect(items.length).toBeGreaterThan(0);
  expect(sent).toEqual([]);
  expect(registered).toContain('workspace/didChangeWatchedFiles');
});

test('a server whose client goes without a word ends, whatever it has judged', async () => {
  const { connection, sent } = await start({});
  await connection.sendNotification('textDocument/didOpen', open);
  await expect.poll(() => sent.length, PATIENT).toBe(1);
  const ended = new Promise((resolve) => host.server.once('exit', resolve));
  host.server.stdin!.end();
  expect(await ended).toBe(0);
});
