/**
 * Real threads: what one of them does to a document is nothing to the others, and nothing to the
 * server.
 */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { createMessageConnection } from 'vscode-jsonrpc/node';
import { createConnection, createProtocolConnection } from 'vscode-languageserver';
import { watchFiles } from '../../../src/worker/compliance/files';
import { lint } from '../../../src/worker/compliance/lint';
import { nodeHost } from '../../../src/worker/hosts/nodeHost';
import { spawnNodeLintThread } from '../../../src/worker/hosts/spawnNodeLintThread';
import { linkTransports } from '../../../src/worker/protocol/messagePort';
import { createServer } from '../../../src/worker/server';
import { lintThreads } from '../../../src/worker/service/lintThreads';
import { readFixtures } from '../compliance/ruleFixtures';
import { allLoaded } from '../service/allLoaded';

const dist = join(process.cwd(), 'dist');

/**
 * A thread that runs for ever over one text, ends with another, takes all memory for a third, and
 * finds nothing in the rest.
 */
const HOSTILE = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ document }) => {
  while (document.text.includes('forever'));
  if (document.text.includes('deadly')) process.exit();
  for (const all = []; document.text.includes('hoards'); ) all.push(new Array(1_000_000).fill(0));
  parentPort.postMessage({ kind: 'answer', ms: 1, result: { kind: 'dockerfile', findings: [], satisfied: [], wanted: [], dependsOn: new Set() } });
});
parentPort.postMessage({ kind: 'ready' });
`;

async function withHostile<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lint-thread-'));
  copyFileSync(join(dist, 'thread.js'), join(folder, 'thread.js'));
  writeFileSync(join(folder, 'lintWorker.js'), HOSTILE);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ofPort = (port: MessagePort) =>
  linkTransports({
    send: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
  });
const context = {
  files: allLoaded({ text: () => null }),
  locale: 'en',
  profile: 'mlps3',
  today: '2026-01-31',
} as const;
const dockerfile = (text: string) => ({ uri: `file:///w/${text}/Dockerfile`, text: `FROM ${text}\n` });

test('the bundled thread gives what linting here gives', async () => {
  const { lint: lintThere, close } = lintThreads({ spawn: () => spawnNodeLintThread(dist), warn: () => {} });
  for (const { id, uri, text, files: fixture } of readFixtures().filter((_, i) => i % 40 === 0)) {
    const files = allLoaded(watchFiles(fixture));
    const { ms: _, ...there } = (await lintThere({ uri, text }, { ...context, files }))!;
    expect(there, id).toEqual(lint({ uri, text }, { ...context, files }));
  }
  close();
});

test('a thread that does not give way, or that ends, is replaced', () =>
  withHostile(async (folder) => {
    const { lint: lintThere, close } = lintThreads({
      spawn: () => spawnNodeLintThread(folder),
      warn: () => {},
      limitMs: () => 1000,
    });
    const judged = await Promise.all(
      ['forever', 'a', 'deadly', 'b'].map((text) => lintThere(dockerfile(text), context)),
    );
    expect(judged.map((one) => one!.failed?.code)).toEqual(['check-timeout', undefined, 'check-crashed', undefined]);
    close();
  }));

test('a thread that takes all memory is ended with a clear message, and the next check works', () =>
  withHostile(async (folder) => {
    const lines: string[] = [];
    const { lint: lintThere, close } = lintThreads({
      spawn: () => spawnNodeLintThread(folder),
      warn: (line) => lines.push(line),
      limitMs: () => 60_000,
    });
    const [hoarding, waiting] = await Promise.all(['hoards', 'a'].map((text) => lintThere(dockerfile(text), context)));
    const message = expect.stringMatching(/^Checking stopped .* memory\. Split the file/);
    expect(hoarding!.failed).toMatchObject({ code: 'check-crashed', message });
    expect(lines).toEqual([`file:///w/hoards/Dockerfile: ${hoarding!.failed!.message}`]);
    expect(waiting!.failed).toBeUndefined();
    expect((await lintThere(dockerfile('b'), context))!.failed).toBeUndefined();
    close();
  }));

test('symbols are made and hovers answered while a document keeps its thread busy', () =>
  withHostile(async (folder) => {
    const { port1, port2 } = new MessageChannel();
    const threads = lintThreads({ spawn: () => spawnNodeLintThread(folder), warn: () => {}, limitMs: () => 60_000 });
    const { reader, writer } = ofPort(port1);
    const watchDog = { shutdownReceived: false, initialize() {}, exit() {} };
    const server = createConnection((logger) => createProtocolConnection(reader, writer, logger), watchDog);
    createServer(server, {
      ...nodeHost(dist),
      linter: () => threads.lint,
      files: () => ({ read: async () => null, readFolder: async () => null }),
    });
    server.listen();
    const ends = ofPort(port2);
    const client = createMessageConnection(ends.reader, ends.writer);
    client.listen();
    await client.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      locale: 'en',
      capabilities: { textDocument: { diagnostic: {} } },
    });
    const { uri, text } = dockerfile('forever');
    const config = { uri: 'file:///w/.qrcodemaster.yaml', text: 'rules:\n  MLPS-IMG-001: off\n' };
    for (const [address, content] of [
      [uri, text],
      [config.uri, config.text],
    ] as const)
      await client.sendNotification('textDocument/didOpen', {
        textDocument: { uri: address, languageId: '', version: 1, text: content },
      });
    let isJudged = false;
    const diagnostics = client.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    void diagnostics.then(() => (isJudged = true));
    const { items } = await client.sendRequest<{ items: { symbol?: unknown }[] }>('qr/encode', {
      texts: ['meanwhile'],
    });
    expect(items[0]!.symbol).toBeDefined();
    const hover = await client.sendRequest('textDocument/hover', {
      textDocument: { uri: config.uri },
      position: { line: 1, character: 6 },
    });
    expect(JSON.stringify(hover)).toContain('MLPS-IMG-001');
    expect(isJudged).toBe(false);
    threads.close();
    expect((await diagnostics).items.map(({ code }) => code)).toEqual(['MLPS-DOC-005']);
    await client.sendRequest('shutdown');
    client.dispose();
    for (const port of [port1, port2]) port.close();
  }));
