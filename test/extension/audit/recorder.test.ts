/** What the extension hands to the thread of the log, and what that writes; VS Code is played. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { verifyLog } from '../../../src/audit/verifyLog';
import type { Recorder } from '../../../src/extension/audit/operations';
import { reportMethod } from '../../../src/worker/protocol/checklist';
import {
  attestMethod,
  baselineMethod,
  batchMethod,
  checkFilesMethod,
  decodeMethod,
  type EncodedText,
  encodeMethod,
  encodePayloadMethod,
  type Method,
} from '../../../src/worker/protocol/methods';
import { entriesOf, eventsOf, newFolder } from '../../audit/logKit';

const editor = vi.hoisted(() => ({
  settings: {} as Record<string, unknown>,
  warnings: [] as string[],
}));
vi.mock('vscode', () => ({
  Uri: {
    joinPath: (base: { fsPath: string }, ...parts: string[]) => ({ fsPath: [base.fsPath, ...parts].join('/') }),
    parse: (text: string) => text,
  },
  EventEmitter: class {
    event = () => {};
    fire() {}
    dispose() {}
  },
  env: { uiKind: 1 },
  languages: { match: (_: unknown, { uri }: { uri: string }) => (uri.endsWith('.qrcodemaster.yaml') ? 10 : 0) },
  UIKind: { Desktop: 1, Web: 2 },
  l10n: { t: (text: string) => text },
  window: { showWarningMessage: async (text: string) => void editor.warnings.push(text) },
  workspace: {
    asRelativePath: (uri: string) => uri.replace('file:///w/', '').replace('file:///', '/'),
    registerTextDocumentContentProvider: () => ({ dispose() {} }),
    getConfiguration: () => ({
      get: (key: string, fallback: unknown) => editor.settings[key] ?? fallback,
      inspect: (key: string) => ({ globalValue: editor.settings[key] }),
    }),
  },
}));

const threads = vi.hoisted(() => ({ started: [] as Worker[], dies: false }));
vi.mock('../../../src/worker/hosts/shipped/startThread', async (original) => {
  const { startThread } = await original<typeof import('../../../src/worker/hosts/shipped/startThread')>();
  return {
    startThread(...given: Parameters<typeof startThread>) {
      const started = threads.dies ? new Worker('process.exit(1)', { eval: true }) : startThread(...given);
      threads.started.push(started);
      return started;
    },
  };
});

const { createRecorder } = await import('../../../src/extension/audit/recorder');
const errors: string[] = [];
const needs = {
  context: { extensionUri: { fsPath: resolve('.') }, subscriptions: [] },
  log: { error: (text: string) => errors.push(text) },
};
let folder = '';
let recorder: Recorder;
beforeEach(() => {
  folder = join(newFolder(), 'log');
  editor.settings = { folder };
  editor.warnings = [];
  threads.started = [];
  threads.dies = false;
  recorder = createRecorder(needs as never);
});
afterEach(async () => {
  await recorder.dispose();
  expect(errors.splice(0)).toEqual([]);
});

const asked = <P extends object, R>({ method }: Method<P, R>, params: P, result: R) =>
  recorder.asked({ method, params, result, ms: 5 });
/** All that was told is written. */
async function written(): Promise<ReturnType<typeof entriesOf>> {
  await recorder.dispose();
  return existsSync(folder) ? entriesOf(folder).filter(({ op }) => op !== 'log') : [];
}
const made = (text: string, secret = false) =>
  ({ text, secret, symbol: { level: 'H', version: 2 } }) as unknown as EncodedText;

it('making again and again is one line, of the last text, which is not in it', async () => {
  for (const text of ['h', 'he', 'hello-world']) asked(encodeMethod, { texts: [text] }, { items: [made(text)] });
  const lines = await written();
  expect(lines).toMatchObject([
    { op: 'make', result: 'ok', app: 'editor', content: { bytes: 11 }, detail: { level: 'H', version: 2, times: 3 } },
  ]);
  expect(JSON.stringify(lines)).not.toContain('hello');
  expect(verifyLog(folder).problems).toEqual([]);
});

it('what takes long to be hashed is written down all the same, and before what came after it', async () => {
  const { subtle } = globalThis.crypto;
  const { digest } = subtle;
  vi.spyOn(subtle, 'digest').mockImplementation(async (name, bytes) => {
    // The first ones take longest.
    await new Promise((go) => setTimeout(go, 120 / bytes.byteLength));
    return digest.call(subtle, name, bytes);
  });
  const read = { width: 1, height: 1, ms: 1, symbols: [] };
  for (const length of [1, 2, 30])
    asked(decodeMethod, { pictures: [{ name: `${length}.png`, bytes: new Uint8Array(length) }] }, { pictures: [read] });
  for (const text of ['h', 'he', 'hello-world']) asked(encodeMethod, { texts: [text] }, { items: [made(text)] });
  const lines = await written();
  expect(lines.map(({ op, target, content }) => [op, target, content?.bytes])).toEqual([
    ['read', '1.png', 1],
    ['read', '2.png', 2],
    ['read', '30.png', 30],
    ['make', undefined, 11],
  ]);
});

it('what was saved just before the window ends is written down', async () => {
  const document = { uri: 'file:///w/Dockerfile' };
  recorder.saved({ document, text: 'FROM alpine\n', version: 1, checked: new Promise(() => {}) } as never);
  const begin = performance.now();
  expect(await written()).toMatchObject([
    { op: 'check', target: 'Dockerfile', result: 'cancelled', content: { bytes: 12 } },
  ]);
  expect(performance.now() - begin).toBeLessThan(1200);
});

it('a secret has no hash, made or read', async () => {
  const values = { password: 'hunter2' };
  asked(encodePayloadMethod, { kind: 'wifi', values }, { item: made('WIFI:P:hunter2;;', true) });
  const picture = { width: 1, height: 1, ms: 1, symbols: [{ secret: true, text: 'hunter2' }] };
  const failed = { symbols: [], error: { code: 'unknown-picture', message: '' } };
  const pictures = ['w.png', 'id_rsa'].map((name) => ({ name, bytes: new Uint8Array(9) }));
  asked(decodeMethod, { pictures }, { pictures: [picture, failed] as never });
  const lines = await written();
  expect(lines.map(({ op, content }) => [op, content])).toEqual([
    ['read', { bytes: 9 }],
    ['read', { bytes: 9 }],
    ['make', { bytes: 16 }],
  ]);
  expect(JSON.stringify(lines)).not.toContain('hunter2');
});

it('what failed or was cancelled is told by its code alone', async () => {
  const failing = (code: number | string) =>
    recorder.asked({ method: encodeMethod.method, params: { texts: ['x'] }, result: undefined, code, ms: 1 });
  failing(-32800);
  failing('internal');
  recorder.asked({ method: 'textDocument/hover', params: {}, result: null, ms: 1 });
  expect((await written()).map(({ result, detail }) => [result, detail])).toEqual([
    ['cancelled', { code: -32800 }],
    ['failed', { code: 'internal' }],
  ]);
});

it('what a file is still to be written for is told by who writes it', async () => {
  asked(reportMethod, { uris: [], format: 'pdf' }, { bytes: new Uint8Array(9) });
  asked(baselineMethod, { uris: [], baseline: 'file:///w/b.json' }, { text: '{}' } as never);
  asked(attestMethod, { config: 'c', text: '', answers: {} } as never, { newText: '' } as never);
  asked(checkFilesMethod, { uris: [] }, { files: [] });
  asked(batchMethod, {} as never, { files: [], failures: [], count: 0 });
  expect(await written()).toEqual([]);
});

it('a saved file is told as it was checked, whenever that came', async () => {
  const counts = { error: 1, warning: 0, info: 2, hint: 0 };
  const checked = { version: 3, counts, suppressed: 0, unchanged: 4, ms: 7, profile: 'mlps3', isNotChecked: false };
  const save = (name: string, how: object = {}) =>
    recorder.saved({
      document: { uri: `file:///w/${name}` },
      text: 'FROM a',
      version: 3,
      checked: Promise.resolve({ ...checked, ...how }),
    } as never);
  save('Dockerfile');
  save('.qrcodemaster.yaml');
  save('clean', { counts: { error: 0, warning: 0, info: 0, hint: 0 }, unchanged: 0, version: 4 });
  save('README.md', { isNotChecked: true });
  save('app.env', { isKeptFromGit: true });
  const content = { bytes: 6, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) };
  const told = (await written()).map(({ op, target, result, ms, content, detail }) => [
    target,
    { op, result, ms, content, detail },
  ]);
  const detail = { files: 1, profile: 'mlps3', error: 1, warning: 0, info: 2, inBaseline: 4 };
  expect(Object.fromEntries(told)).toEqual({
    Dockerfile: { op: 'check', result: 'findings', ms: 7, content, detail },
    '.qrcodemaster.yaml': { op: 'configuration', result: 'ok', content },
    clean: { op: 'check', result: 'ok', ms: 7, detail: { files: 1, profile: 'mlps3', error: 0, warning: 0 } },
    'app.env': { op: 'check', result: 'findings', ms: 7, content: { bytes: 6 }, detail },
  });
});

it('targets are relative to the workspace; outside of it they are names', async () => {
  for (const target of ['file:///w/app/Dockerfile', 'file:///home/ada/secret-place/a.png', 'b.png'])
    recorder.note({ op: 'export', target, result: 'ok' });
  expect((await written()).map(({ target }) => target)).toEqual(['app/Dockerfile', 'a.png', 'b.png']);
});

it('the switch is written down, and then nothing', async () => {
  recorder.note({ op: 'create', result: 'ok' });
  editor.settings = { folder, enabled: false };
  recorder.changed();
  recorder.note({ op: 'create', result: 'ok' });
  expect(await written()).toHaveLength(1);
  expect(eventsOf(folder)).toEqual(['started', 'off']);
});

it('what is held belongs to the log that it was done in, which is told that it is left', async () => {
  const other = join(newFolder(), 'log');
  recorder.note({ op: 'make', target: 'held', result: 'ok', together: 'make' });
  editor.settings = { folder: other };
  recorder.changed();
  recorder.note({ op: 'make', target: 'after', result: 'ok' });
  expect(await written()).toMatchObject([{ target: 'held' }]);
  expect(entriesOf(folder).at(-1)!.detail).toEqual({ event: 'off', by: 'qrCodeMaster.audit.folder' });
  expect(entriesOf(other).map(({ target, detail }) => target ?? detail?.event)).toEqual([
    'started',
    'settings',
    'after',
  ]);
  for (const each of [folder, other]) expect(verifyLog(each).problems).toEqual([]);
});

it('what is held when the log is turned off is written before that', async () => {
  recorder.note({ op: 'make', target: 'held', result: 'ok', together: 'make' });
  editor.settings = { folder, enabled: false };
  recorder.changed();
  await written();
  expect(entriesOf(folder).map(({ target, detail }) => target ?? detail?.event)).toEqual(['started', 'held', 'off']);
});

it('a log that is left before anything was done is told, and no other', async () => {
  const other = join(newFolder(), 'log');
  editor.settings = { folder: other, enabled: false };
  recorder.changed();
  await written();
  expect(eventsOf(folder)).toEqual(['started', 'off']);
  expect(eventsOf(other)).toEqual(['started', 'off']);
});

it('a thread that ends takes nothing with it', async () => {
  recorder.note({ op: 'create', target: 'a', result: 'ok' });
  await vi.waitFor(() => expect(existsSync(folder) && entriesOf(folder)).toHaveLength(2), 10_000);
  for (const target of ['b', 'c', 'd']) recorder.note({ op: 'create', target, result: 'ok' });
  await threads.started[0]!.terminate();
  recorder.note({ op: 'create', target: 'e', result: 'ok' });
  await vi.waitFor(() => expect(entriesOf(folder).at(-1)!.target).toBe('e'), 10_000);
  expect(new Set((await written()).map(({ target }) => target))).toEqual(new Set(['a', 'b', 'c', 'd', 'e']));
  expect(threads.started).toHaveLength(2);
  expect(editor.warnings).toEqual([]);
});

it('threads that all end are told once; what they were sent waits for one that does not', async () => {
  threads.dies = true;
  recorder.note({ op: 'create', target: 'a', result: 'ok' });
  await vi.waitFor(() => expect(editor.warnings).toHaveLength(1));
  expect(threads.started).toHaveLength(3);
  recorder.note({ op: 'create', target: 'b', result: 'ok' });
  await vi.waitFor(() => expect(threads.started).toHaveLength(4));
  await new Promise((go) => threads.started[3]!.once('exit', go));
  threads.dies = false;
  recorder.note({ op: 'create', target: 'c', result: 'ok' });
  await vi.waitFor(() => expect(existsSync(folder) && entriesOf(folder)).toHaveLength(4));
  expect((await written()).map(({ target }) => target)).toEqual(['a', 'b', 'c']);
  expect([editor.warnings.length, errors.splice(0).length]).toEqual([1, 1]);
});

it('a log that cannot be written is told once, and again after it could', async () => {
  mkdirSync(join(folder, '..'), { recursive: true });
  writeFileSync(folder, 'in the way');
  for (let i = 0; i < 3; i++) recorder.note({ op: 'create', result: 'ok' });
  await vi.waitFor(() => expect(editor.warnings).toHaveLength(1));
  expect(errors.splice(0)).toHaveLength(1);
  rmSync(folder);
  recorder.note({ op: 'report', result: 'ok' });
  await vi.waitFor(() => expect(readFileSync(join(folder, 'head.json'), 'utf8')).toContain('"seq":3'));
  expect(entriesOf(folder)[1]!.detail).toMatchObject({ event: 'gap', count: 3 });
  expect(editor.warnings).toHaveLength(1);
});

it('the caller waits for nothing, and what comes together goes to the disk together', async () => {
  const count = 1000;
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    recorder.note({ op: 'export', target: `a${i}`, result: 'ok' });
    times.push(performance.now() - start);
  }
  // The first one starts the thread.
  expect(times.slice(1).sort((a, b) => a - b)[Math.floor(count / 2)]).toBeLessThan(0.5);
  expect((await written()).map(({ target }) => target)).toEqual(Array.from({ length: count }, (_, i) => `a${i}`));
});
