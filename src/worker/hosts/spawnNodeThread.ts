/** Starts a thread in Node with a memory limit. */
import type { Worker } from 'node:worker_threads';
import type { Thread } from '../protocol/thread';
import { startThread, type ThreadBundle } from './shipped/startThread';

interface Options {
  /** Without work it keeps no process alive: whoever posts a job holds a timer of its own. */
  isDaemon?: boolean;
}

/** @param distDir folder of the bundles */
export function spawnNodeThread<Job, News>(
  distDir: string,
  bundle: ThreadBundle,
  { isDaemon = false }: Options = {},
): Thread<Job, News> {
  let worker: Worker;
  try {
    worker = startThread(distDir, bundle);
  } catch (error) {
    return neverStarted(error);
  }
  // The exit follows the error and is what is acted on; without a listener the error would end the
  // whole process.
  let failed: unknown;
  worker.on('error', (error) => (failed = error));
  return {
    post: (job, transfer) => worker.postMessage(job, transfer),
    onNews(listener) {
      worker.on('message', (news: News) => listener(news));
      // Listening keeps the process alive again.
      if (isDaemon) worker.unref();
    },
    onExit: (listener) => worker.once('exit', () => listener(failed)),
    terminate: () => void worker.terminate(),
  };
}

/** A thread that ends as soon as somebody listens. */
const neverStarted = (error: unknown): Thread<never, never> => ({
  post: () => undefined,
  onNews: () => undefined,
  onExit: (listener) => queueMicrotask(() => listener(error)),
  terminate: () => undefined,
});
