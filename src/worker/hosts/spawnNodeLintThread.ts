/** Starts a lint thread in Node with a memory limit. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LintNews } from '../compliance/lintThread';
import type { LintThread } from '../service/lintThreads';

/** Heap limit: what the longest texts that are judged need, and as much again. */
const MAX_HEAP_MB = 1024;

/** @param distDir folder of lintWorker.js */
export function spawnNodeLintThread(distDir: string): LintThread {
  const worker = new Worker(join(distDir, 'lintWorker.js'), { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } });
  // The exit follows the error and is what is acted on; without a listener the error would end the whole process.
  worker.on('error', () => undefined);
  return {
    post: (job) => worker.postMessage(job),
    onNews(listener) {
      worker.on('message', (news: LintNews) => listener(news));
      // A thread without work keeps no server alive whose client has gone. Listening would; the deadline of a job does.
      worker.unref();
    },
    onExit: (listener) => worker.once('exit', listener),
    terminate: () => void worker.terminate(),
  };
}
