/** The recorder where settings change, threads end and the log cannot be written. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { verifyLog } from '../../../src/audit/verifyLog';
import { entriesOf, eventsOf, newFolder } from '../../audit/logKit';
import { eachWithRecorder, editor, errors, folder, recorder, threads, written } from './recorderKit';

vi.mock('vscode', async () => (await import('./recorderKit')).playedVscode);
vi.mock('../../../src/worker/hosts/shipped/startThread', async (original) =>
  (await import('./recorderKit')).playedThreads(await original()),
);

const { createRecorder } = await import('../../../src/extension/audit/recorder');
eachWithRecorder(createRecorder as never);

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

it('its thread has a memory limit', async () => {
  recorder.note({ op: 'create', result: 'ok' });
  expect(threads.started.map(({ resourceLimits }) => resourceLimits?.maxOldGenerationSizeMb)).toEqual([128]);
  await written();
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
  await vi.waitFor(() => expect(editor.warnings).toHaveLength(1), 10_000);
  expect(threads.started).toHaveLength(3);
  recorder.note({ op: 'create', target: 'b', result: 'ok' });
  await vi.waitFor(() => expect(threads.started).toHaveLength(4), 10_000);
  await new Promise((go) => threads.started[3]!.once('exit', go));
  threads.dies = false;
  recorder.note({ op: 'create', target: 'c', result: 'ok' });
  await vi.waitFor(() => expect(existsSync(folder) && entriesOf(folder)).toHaveLength(4), 10_000);
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
