/** The thread of the log: what waits for it goes to the disk in one piece. */
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { LogNews, LogRequest } from '../../src/audit/logRequests';
import { startThread } from '../../src/worker/hosts/shipped/startThread';
import { entriesOf, newFolder, writer } from './logKit';

it('writes together what came together, in its order, and before what is asked next', async () => {
  const folder = join(newFolder(), 'log');
  const bundle = { bundle: 'auditWorker.js', sum: 'sum-of:auditWorker.js', maxHeapMb: 128 };
  const thread = startThread(resolve('dist'), bundle, { env: {} });
  const news: LogNews[] = [];
  const send = (request: LogRequest) => thread.postMessage(request);
  const answered = new Promise<void>((go, fail) => {
    thread.on('error', fail);
    thread.on('message', (each: LogNews) => {
      news.push(each);
      if (each.type === 'answer') go();
    });
  });
  send({ type: 'open', folder, writer });
  for (let i = 0; i < 60; i++)
    send({ type: 'append', drafts: [{ op: 'make', target: String(i), result: 'ok', at: i, offsetMinutes: 0 }] });
  send({ type: 'ask', id: 1, question: 'verify', asked: {} });
  await answered;
  await thread.terminate();
  const counts = news.flatMap((each) => (each.type === 'written' ? [each.count] : []));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
  expect(counts.length).toBeLessThan(10);
  expect(news.at(-1)).toMatchObject({ type: 'answer', answer: { entries: 61, problems: [] } });
  expect(entriesOf(folder).flatMap(({ op, target }) => (op === 'make' ? [Number(target)] : []))).toEqual(
    Array.from({ length: 60 }, (_, i) => i),
  );
});
