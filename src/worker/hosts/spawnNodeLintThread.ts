/** Starts a lint thread in Node. */
import type { LintThread } from '../service/lintThreads';
import { spawnNodeThread } from './spawnNodeThread';

/** Heap limit: what the longest texts that are judged need, and as much again. */
const MAX_HEAP_MB = 1024;
const BUNDLE = { bundle: 'lintWorker.js', sum: 'sum-of:lintWorker.js', maxHeapMb: MAX_HEAP_MB };

/**
 * One without work keeps no server alive whose client has gone. @param distDir folder of
 * lintWorker.js
 */
export const spawnNodeLintThread = (distDir: string): LintThread =>
  spawnNodeThread(distDir, BUNDLE, { isDaemon: true });
