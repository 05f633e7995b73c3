/** Starts a lint thread in Node. */
import { join } from 'node:path';
import type { LintThread } from '../service/lintThreads';
import { spawnNodeThread } from './spawnNodeThread';

/** Heap limit: what the longest texts that are judged need, and as much again. */
const MAX_HEAP_MB = 1024;

/**
 * One without work keeps no server alive whose client has gone. @param distDir folder of
 * lintWorker.js
 */
export const spawnNodeLintThread = (distDir: string): LintThread =>
  spawnNodeThread(join(distDir, 'lintWorker.js'), { maxHeapMb: MAX_HEAP_MB, isDaemon: true });
