/** A stand-in for the entry of our threads: what it is given says what becomes of it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The first byte of a picture: 1 hangs, 2 ends the thread, 3 takes all memory, 4 throws, 5 waits for a pipe. */
const THREAD = `
const { parentPort, workerData, resourceLimits } = require('node:worker_threads');
const fates = {
  1: () => { for (;;); },
  2: () => process.exit(1),
  3: () => { for (const all = []; ; ) all.push(new Array(1000).fill({})); },
  4: () => { throw new Error('thrown'); },
  5: ({ pipe }) => require('node:fs').openSync(pipe),
};
parentPort.on('message', (job) => {
  if (job.limits) return parentPort.postMessage({ resourceLimits, bundle: workerData.bundle });
  fates[job.bytes[0]]?.(job);
  parentPort.postMessage({ kind: 'answer', picture: { width: job.bytes[0], height: 1, symbols: [], ms: 1 } });
});
parentPort.postMessage({ kind: 'ready' });
`;

/** Runs with a folder of bundles that holds this thread alone. */
export async function withHostileThreads<T>(use: (distDir: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  writeFileSync(join(folder, 'thread.js'), THREAD);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
