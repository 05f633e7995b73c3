/** The thread that writes the operation log, as the extension sees it. */
import type { Worker } from 'node:worker_threads';
import type { LogNews, LogQuestion, LogQuestions, LogRequest } from '../../audit/logRequests';
import type { LogFailure } from '../../audit/operationLog';
import { startThread } from '../../worker/hosts/shipped/startThread';

const BUNDLE = { bundle: 'auditWorker.js', sum: 'sum-of:auditWorker.js', maxHeapMb: 128 };

type Unanswered = { resolve(answer: never): void; reject(error: Error): void };

export interface LogThread {
  send(request: Exclude<LogRequest, { type: 'ask' }>): void;
  /** Rejects with an Error whose code is the system's. */
  ask<Q extends LogQuestion>(question: Q, asked: LogQuestions[Q]['asked']): Promise<LogQuestions[Q]['answer']>;
  /** All that was sent is on the disk, or given up. */
  settled(): Promise<void>;
  terminate(): Promise<unknown>;
}

/** @param written told how each writing ended; @param ended the thread is gone without being asked */
export function logThread(
  distDir: string,
  written: (failure: LogFailure | undefined) => void,
  ended: () => void,
): LogThread {
  const worker: Worker = startThread(distDir, BUNDLE, { env: {} });
  const asked = new Map<number, Unanswered>();
  let number = 0;
  let unwritten = 0;
  let waiting: (() => void)[] = [];
  const settle = () => {
    for (const go of waiting) go();
    waiting = [];
  };
  worker.on('message', (news: LogNews) => {
    if (news.type === 'written') {
      written(news.failure);
      if (--unwritten === 0) settle();
      return;
    }
    const { id, answer, failure } = news;
    const { resolve, reject } = asked.get(id)!;
    asked.delete(id);
    if (failure) reject(Object.assign(new Error(failure.message), { code: failure.code }));
    else resolve(answer as never);
  });
  worker.on('error', () => {});
  worker.on('exit', () => {
    for (const { reject } of asked.values()) reject(new Error('the thread of the operation log ended'));
    asked.clear();
    settle();
    ended();
  });
  return {
    send(request) {
      if (request.type !== 'open') unwritten++;
      worker.postMessage(request);
    },
    ask: (question, what) =>
      new Promise((resolve, reject) => {
        asked.set(++number, { resolve, reject });
        worker.postMessage({ type: 'ask', id: number, question, asked: what });
      }),
    settled: () => (unwritten === 0 ? Promise.resolve() : new Promise((go) => waiting.push(go))),
    terminate: () => worker.terminate(),
  };
}
