/** Ends the process when one file takes so long that it may never end; the file is named. */
import { Worker } from 'node:worker_threads';

const HUNG_MS = 120_000;

/** The other thread looks at the two numbers that this one sets; it has no part of the work. */
const WATCH = `
const { workerData } = require('node:worker_threads');
const now = new Int32Array(workerData.shared);
let last = -1;
setInterval(() => {
  if (now[0] === last) { console.error('hangs at file ' + now[0]); process.kill(process.pid, 'SIGKILL'); }
  last = now[0];
}, workerData.hungMs);
`;

export function watchdog(): { alive(kind: string, file: number): void; end(): void } {
  const shared = new SharedArrayBuffer(4);
  const now = new Int32Array(shared);
  const worker = new Worker(WATCH, { eval: true, workerData: { shared, hungMs: HUNG_MS } });
  let kindNow = '';
  return {
    alive(kind, file) {
      if (kind !== kindNow) console.log(kind);
      kindNow = kind;
      now[0] = file;
    },
    end: () => void worker.terminate(),
  };
}
