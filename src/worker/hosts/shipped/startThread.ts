/** Starts a thread of Node on one of our bundles. */
import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { readShipped } from './readShipped';

export interface ThreadBundle {
  /** Its name in the folder of the bundles. */
  bundle: string;
  /** Its SHA-256, as for `readShipped`. */
  sum: string;
}

/**
 * Throws the fault `file-changed` when the entry of the threads is not the one that was shipped; if
 * another file is not, the thread ends with that error. @param distDir folder of the bundles
 */
export function startThread(distDir: string, bundle: ThreadBundle, options: WorkerOptions): Worker {
  const entry = join(distDir, 'thread.js');
  readShipped(entry, 'sum-of:thread.js');
  return new Worker(entry, { ...options, workerData: bundle });
}
