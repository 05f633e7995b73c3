/** Starts a thread in Node with a memory limit. */
import { Worker } from 'node:worker_threads';
import type { Thread } from '../protocol/thread';

interface Options {
  maxHeapMb: number;
  /** Without work it keeps no process alive: whoever posts a job holds a timer of its own. */
  isDaemon?: boolean;
}

/** @param file its bundle */
export function spawnNodeThread<Job, News>(file: string, { maxHeapMb, isDaemon = false }: Options): Thread<Job, News> {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: maxHeapMb } });
  // The exit follows the error and is what is acted on; without a listener the error would end the
  // whole process.
  worker.on('error', () => undefined);
  return {
    post: (job, transfer) => worker.postMessage(job, transfer),
    onNews(listener) {
      worker.on('message', (news: News) => listener(news));
      // Listening keeps the process alive again.
      if (isDaemon) worker.unref();
    },
    onExit: (listener) => worker.once('exit', listener),
    terminate: () => void worker.terminate(),
  };
}
