/** The thread of the operation log hangs: it is noticed, told and replaced, and nothing is lost. */
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, expect, it, vi } from 'vitest';
import type { LogFailure } from '../../../src/audit/operationLog';
import { verifyLog } from '../../../src/audit/verifyLog';
import type { startThread } from '../../../src/worker/hosts/shipped/startThread';
import { entriesOf, newFolder, writer } from '../../audit/logKit';

type Start = typeof startThread;

/** What becomes of the next threads; after these they are the real one. */
let fates: string[] = [];
let started: Worker[] = [];
const HANGS = "require('node:worker_threads').parentPort.on('message', () => { for (;;); })";

vi.mock('../../../src/worker/hosts/shipped/startThread', async (original) => {
  const real = await original<{ startThread: Start }>();
  return {
    startThread(...given: Parameters<Start>) {
      const fate = fates.shift();
      const worker = fate === undefined ? real.startThread(...given) : new Worker(fate, { eval: true });
      started.push(worker);
      return worker;
    },
  };
});

const { logThread } = await import('../../../src/extension/audit/logThread');
/** Thirteen looks are far longer than the real thread takes to begin. */
const EVERY_MS = 400;

afterEach(() => {
  started = [];
});

function opened() {
  const folder = join(newFolder(), 'log');
  const told: (LogFailure | undefined)[] = [];
  const log = logThread(resolve('dist'), { type: 'open', folder, writer }, (failure) => told.push(failure), EVERY_MS);
  const add = (...targets: number[]) => {
    for (const target of targets)
      log.send({
        type: 'append',
        drafts: [{ op: 'make', target: String(target), result: 'ok', at: target, offsetMinutes: 0 }],
      });
  };
  const targets = () => entriesOf(folder).flatMap(({ target }) => target ?? []);
  return { folder, told, log, add, targets };
}

it('is told at once, and another one writes all that it was sent', async () => {
  fates = [HANGS];
  const { folder, told, log, add, targets } = opened();
  add(1, 2, 3);
  await log.settled();
  expect(told[0]).toMatchObject({ code: 'EHUNG' });
  expect(told.at(-1)).toBeUndefined();
  expect(targets()).toEqual(['1', '2', '3']);
  expect(verifyLog(folder).problems).toEqual([]);
  // One that is quick to answer and then has nothing to do is left alone.
  const { length } = started;
  await new Promise((go) => setTimeout(go, 15 * EVERY_MS));
  add(4);
  await log.settled();
  expect(started).toHaveLength(length);
  await log.terminate();
}, 30_000);

it('rejects what it was asked, and records what more than a window may keep as a gap', async () => {
  fates = [HANGS, HANGS, HANGS];
  const { folder, told, log, add, targets } = opened();
  const asked = log.ask('verify', {}).catch(({ code }) => code);
  add(...Array.from({ length: 1200 }, (_, i) => i));
  expect(await asked).toBe('EHUNG');
  // After three in a row nobody tries, until there is something to write.
  await log.settled();
  expect(started).toHaveLength(3);
  expect(told.every((failure) => failure?.code === 'EHUNG')).toBe(true);
  add(1200);
  await log.settled();
  const gap = entriesOf(folder).find(({ detail }) => detail?.event === 'gap')?.detail;
  expect(gap).toMatchObject({ code: 'EHUNG', count: 201 });
  expect(targets()).toEqual(Array.from({ length: 1000 }, (_, i) => String(i + 201)));
  expect(verifyLog(folder).problems).toEqual([]);
  await log.terminate();
}, 60_000);

it('a long log is verified and exported with signs of life', async () => {
  const { folder, log, add } = opened();
  add(1);
  await log.settled();
  const signs: unknown[] = [];
  started.at(-1)!.on('message', (news) => signs.push(news.type));
  await log.ask('verify', {});
  await log.ask('show', { limit: 10 });
  await log.ask('export', { format: 'csv', file: join(folder, '../out.csv') });
  expect(signs.filter((type) => type === 'alive').length).toBeGreaterThanOrEqual(3);
  await log.terminate();
});
