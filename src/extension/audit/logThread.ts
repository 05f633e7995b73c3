/** The thread that writes the operation log, as the extension sees it. */
import type { Worker } from 'node:worker_threads';
import type { LogNews, LogQuestion, LogQuestions } from '../../audit/logRequests';
import type { LogFailure } from '../../audit/operationLog';
import { startThread } from '../../worker/hosts/shipped/startThread';
import { silenceWatch } from '../../worker/protocol/silenceWatch';
import { endThread } from '../endThread';
import { type Sent, sentRequests } from './sentRequests';

const BUNDLE = { bundle: 'auditWorker.js', sum: 'sum-of:auditWorker.js', maxHeapMb: 128 };

/** How often in a row it is started again before somebody is told. */
const MAX_DEATHS = 3;
/** Longer is not waited for its end. */
const END_MS = 1000;

type Unanswered = { resolve(answer: never): void; reject(error: Error): void };

export interface LogThread {
  /** Never throws. */
  send(request: Sent): void;
  /** Rejects with an Error whose code is the system's. */
  ask<Q extends LogQuestion>(question: Q, asked: LogQuestions[Q]['asked']): Promise<LogQuestions[Q]['answer']>;
  /** All that was sent is on the disk, or given up. */
  settled(): Promise<void>;
  terminate(): Promise<unknown>;
}

/**
 * A thread that ends is started again, with all that it has not written: nothing is lost by it. So is
 * one that hangs, which is told at once.
 * @param opened where it writes at first; @param written told how each writing ended
 * @param everyMs between two looks whether it lives
 */
export function logThread(
  distDir: string,
  opened: Extract<Sent, { type: 'open' }>,
  written: (failure: LogFailure | undefined) => void,
  everyMs?: number,
): LogThread {
  const sent = sentRequests(opened);
  const asked = new Map<number, Unanswered>();
  let number = 0;
  let deaths = 0;
  let isOver = false;
  let waiting: (() => void)[] = [];
  const settle = () => {
    for (const go of waiting) go();
    waiting = [];
  };
  /** Why what is not kept could not be written. */
  let why = 'ETHREAD';
  const tell = (error: unknown) => {
    const { code = 'ETHREAD', message } = error as NodeJS.ErrnoException;
    why = code;
    written({ code, message });
  };
  const failed = (error: unknown) => {
    tell(error);
    settle();
  };
  /** It is left to itself. */
  const hung = () => {
    worker?.removeAllListeners();
    worker?.on('error', () => {});
    void worker?.terminate();
    const reason = Object.assign(new Error('the thread of the operation log hangs'), { code: 'EHUNG' });
    tell(reason);
    sent.bound(why);
    died(reason);
  };
  const watch = silenceWatch(() => worker?.postMessage({ type: 'alive' }), hung, everyMs);
  const heard = (news: LogNews) => {
    watch.heard();
    answered(news);
    if (sent.undone() === 0 && asked.size === 0) watch.rest();
  };
  const answered = (news: LogNews) => {
    if (news.type === 'alive') return;
    if (news.type === 'written') {
      deaths = 0;
      sent.done(news.count);
      written(news.failure);
      if (sent.undone() === 0) settle();
      return;
    }
    const { id, answer, failure } = news;
    const { resolve, reject } = asked.get(id)!;
    asked.delete(id);
    if (failure) reject(Object.assign(new Error(failure.message), { code: failure.code }));
    else resolve(answer as never);
  };
  const start = (): Worker | undefined => {
    let started: Worker;
    try {
      started = startThread(distDir, BUNDLE, { env: {} });
    } catch (error) {
      failed(error);
      return undefined;
    }
    let reason = new Error('the thread of the operation log ended');
    started.on('message', heard);
    started.on('error', (error) => {
      reason = error;
    });
    started.on('exit', () => died(reason));
    for (const request of sent.all()) started.postMessage(request);
    if (sent.undone() > 0) watch.owes();
    return started;
  };
  let worker = start();
  const died = (reason: Error) => {
    worker = undefined;
    watch.rest();
    for (const { reject } of asked.values()) reject(reason);
    asked.clear();
    if (isOver || sent.undone() === 0) return settle();
    if (++deaths < MAX_DEATHS) worker = start();
    else failed(reason);
  };
  return {
    send(request) {
      sent.add(request);
      if (worker) {
        worker.postMessage(request);
        watch.owes();
      } else {
        sent.bound(why);
        worker = start();
      }
    },
    ask: (question, what) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        if (!worker) return reject(new Error('the thread of the operation log does not start'));
        asked.set(++number, { resolve, reject });
        watch.owes();
        worker.postMessage({ type: 'ask', id: number, question, asked: what });
      }),
    settled: () => (sent.undone() === 0 || !worker ? Promise.resolve() : new Promise((go) => waiting.push(go))),
    terminate: async () => {
      isOver = true;
      watch.rest();
      await endThread(worker, END_MS);
    },
  };
}
