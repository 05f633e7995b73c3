/** What the extension hands to the thread of the log, and what that writes; VS Code is played. */
import { expect, it, vi } from 'vitest';
import { verifyLog } from '../../../src/audit/verifyLog';
import { reportMethod } from '../../../src/worker/protocol/checklist';
import {
  attestMethod,
  baselineMethod,
  batchMethod,
  checkFilesMethod,
  decodeMethod,
  encodeMethod,
  encodePayloadMethod,
} from '../../../src/worker/protocol/methods';
import { asked, eachWithRecorder, folder, made, recorder, written } from './recorderKit';

vi.mock('vscode', async () => (await import('./recorderKit')).playedVscode);
vi.mock('../../../src/worker/hosts/shipped/startThread', async (original) =>
  (await import('./recorderKit')).playedThreads(await original()),
);

const { createRecorder } = await import('../../../src/extension/audit/recorder');
eachWithRecorder(createRecorder as never);

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
  asked(reportMethod, { uris: [], format: 'pdf' }, { bytes: new Uint8Array(9), files: 1 });
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
