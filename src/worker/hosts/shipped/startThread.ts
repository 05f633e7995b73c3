/** Starts a thread of Node on one of our bundles. */
import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { readShipped } from './readShipped';

export interface ThreadBundle {
  /** Its name in the folder of the bundles. */
  bundle: string;
  /** Its SHA-256, as for `readShipped`. */
  sum: string;
  /** Heap limit: what takes more ends the thread, and nothing else. */
  maxHeapMb: number;
}

/**
 * Throws the fault `file-changed` when the entry of the threads is not the one that was shipped; if
 * another file is not, the thread ends with that error. @param distDir folder of the bundles
 */
export function startThread(
  distDir: string,
  { maxHeapMb, ...bundle }: ThreadBundle,
  options: Omit<WorkerOptions, 'resourceLimits' | 'workerData'> = {},
): Worker {
  const entry = join(distDir, 'thread.js');
  readShipped(entry, 'sum-of:thread.js');
  const resourceLimits = { maxOldGenerationSizeMb: maxHeapMb };
  return new Worker(entry, { ...options, resourceLimits, workerData: bundle });
}
