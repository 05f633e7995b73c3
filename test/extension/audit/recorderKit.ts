/** The recorder with VS Code and the start of its threads played, for the tests of its parts. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Recorder } from '../../../src/extension/audit/operations';
import type { startThread } from '../../../src/worker/hosts/shipped/startThread';
import type { EncodedText, Method } from '../../../src/worker/protocol/methods';
import { entriesOf, newFolder } from '../../audit/logKit';

/** What VS Code is set to, and what it warned of. */
export const editor = { settings: {} as Record<string, unknown>, warnings: [] as string[] };

export const playedVscode = {
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
};

/** The threads that were started; while `dies` each ends at once. */
export const threads = { started: [] as Worker[], dies: false };

type Start = typeof startThread;
export const playedThreads = ({ startThread }: { startThread: Start }) => ({
  startThread(...given: Parameters<Start>) {
    const started = threads.dies ? new Worker('process.exit(1)', { eval: true }) : startThread(...given);
    threads.started.push(started);
    return started;
  },
});

export const errors: string[] = [];
const needs = {
  context: { extensionUri: { fsPath: resolve('.') }, subscriptions: [] },
  log: { error: (text: string) => errors.push(text) },
};
export let folder = '';
export let recorder: Recorder;

/** A recorder and a folder of its own for each test of the file. */
export function eachWithRecorder(createRecorder: (given: never) => Recorder): void {
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
}

export const asked = <P extends object, R>({ method }: Method<P, R>, params: P, result: R) =>
  recorder.asked({ method, params, result, ms: 5 });
/** All that was told is written. */
export async function written(): Promise<ReturnType<typeof entriesOf>> {
  await recorder.dispose();
  return existsSync(folder) ? entriesOf(folder).filter(({ op }) => op !== 'log') : [];
}
export const made = (text: string, secret = false) =>
  ({ text, secret, symbol: { level: 'H', version: 2 } }) as unknown as EncodedText;
