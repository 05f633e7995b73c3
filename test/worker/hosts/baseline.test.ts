/** The language server and a baseline: what it shows, and what it does when the baseline changes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver';
import { run } from '../../../src/cli/lint';
import { applyEdits } from '../../../src/worker/compliance/applyEdits';
import { type Host, overStdio, overWorker } from './connect';

const DOCKERFILE = 'FROM node:latest\nUSER root\n';
let folder = '';
let host: Host | undefined;
const at = (name: string) => join(folder, name);
const uriOf = (name: string) => pathToFileURL(at(name)).href;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'baseline-'));
  writeFileSync(at('Dockerfile'), DOCKERFILE);
  const quiet = { stdout: () => {}, stderr: () => {}, stdin: async () => new Uint8Array() };
  await run([folder, '--write-baseline', at('base.json')], { ...quiet, isTty: false, locale: 'en', distDir: 'dist' });
  writeFileSync(at('.qrcodemaster.yaml'), 'profile: recommended\nbaseline: base.json\n');
});
afterEach(async () => {
  await host?.end();
  rmSync(folder, { recursive: true });
});

async function connect(started: Host, baselineFindings = 'hint') {
  host = started;
  const { connection } = started;
  const watched: string[] = [];
  let refreshed = 0;
  connection.onRequest('client/registerCapability', ({ registrations }) => {
    for (const { registerOptions } of registrations)
      for (const { globPattern } of registerOptions?.watchers ?? []) watched.push(globPattern);
  });
  connection.onRequest('workspace/diagnostic/refresh', () => void refreshed++);
  connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({ baselineFindings })));
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: pathToFileURL(folder).href,
    capabilities: {
      textDocument: { diagnostic: {} },
      workspace: {
        configuration: true,
        didChangeWatchedFiles: { dynamicRegistration: true },
        diagnostics: { refreshSupport: true },
      },
    },
    initializationOptions: { saveCommand: 'save', ownWorkspaceCheck: true },
  });
  await connection.sendNotification('initialized', {});
  const open = (name: string) =>
    connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uriOf(name), languageId: '', version: 1, text: readFileSync(at(name), 'utf8') },
    });
  const pull = async (name: string) => {
    const textDocument = { uri: uriOf(name) };
    return (await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument })).items;
  };
  return { connection, watched, open, pull, refreshed: () => refreshed };
}

const marks = (items: Diagnostic[]) =>
  items.map(({ severity, message }) => [severity === 4, /\(in the baseline\)$/.test(String(message))]);

it.each([
  ['stdio', overStdio],
  ['worker', overWorker],
])('%s: old findings are hints until a quick fix takes them out', async (_, start) => {
  const { connection, watched, open, pull, refreshed } = await connect(start());
  await open('Dockerfile');
  const before = await pull('Dockerfile');
  expect(before.length).toBeGreaterThan(1);
  expect(marks(before)).toEqual(before.map(() => [true, true]));
  await expect.poll(() => watched).toContain('**/base.json');
  const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: uriOf('Dockerfile') },
    range: before[0]!.range,
    context: { diagnostics: [before[0]] },
  });
  const taken = actions.find(({ edit }) => edit?.changes?.[uriOf('base.json')])!;
  expect(taken.command).toMatchObject({ command: 'save', arguments: [uriOf('base.json')] });
  const edits = taken.edit!.changes![uriOf('base.json')] as TextEdit[];
  writeFileSync(at('base.json'), applyEdits(readFileSync(at('base.json'), 'utf8'), edits));
  // The client itself, which wrote it, and then its watcher.
  for (const type of [1, 2]) {
    const told = refreshed();
    await connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: uriOf('base.json'), type }],
    });
    await expect.poll(refreshed).toBeGreaterThan(told);
    expect(marks(await pull('Dockerfile')).filter(([isHint]) => !isHint)).toEqual([[false, false]]);
  }
});

it('writes for the client what the command line writes, whatever is open', async () => {
  const { connection, open } = await connect(overWorker());
  await open('Dockerfile');
  const params = { uris: [uriOf('.qrcodemaster.yaml'), uriOf('Dockerfile'), uriOf('none')], baseline: uriOf('b.json') };
  const { text, count } = await connection.sendRequest<{ text: string; count: number }>('compliance/baseline', params);
  expect(text).toBe(readFileSync(at('base.json'), 'utf8'));
  expect(count).toBeGreaterThan(1);
  const elsewhere = { ...params, baseline: uriOf('sub/b.json') };
  const other = await connection.sendRequest<{ text: string }>('compliance/baseline', elsewhere);
  expect(other.text).toBe(text.replaceAll('"path":"', '"path":"../'));
});

it('shows none of them where the settings say so', async () => {
  const { open, pull } = await connect(overStdio(), 'hidden');
  await open('Dockerfile');
  expect(await pull('Dockerfile')).toEqual([]);
});

it('tells at its name in the configuration why a baseline cannot be used', async () => {
  writeFileSync(at('base.json'), '{');
  const { open, pull } = await connect(overStdio());
  await open('.qrcodemaster.yaml');
  const [problem, ...others] = await pull('.qrcodemaster.yaml');
  expect([problem!.code, problem!.range.start, others]).toEqual(['config-baseline', { line: 1, character: 10 }, []]);
  await open('Dockerfile');
  expect((await pull('Dockerfile')).some(({ severity }) => severity === 4)).toBe(false);
});
