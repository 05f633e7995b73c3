/**
 * A decode thread in worker_threads: bundled to dist/decodeWorker.js, with the decoder beside it.
 */
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { DecodeJob } from '../qr/decode/decodeThread';
import { serveDecodeJobs } from './decoder';
import { nodeInflate } from './nodeInflate';
import { readShipped } from './shipped/readShipped';
import { WASM_SUMS } from './shipped/wasmSums';

const port = parentPort!;

serveDecodeJobs(
  {
    onJob: (listener) => port.on('message', (job: DecodeJob) => listener(job)),
    tell: (news) => port.postMessage(news),
  },
  (file) => readShipped(join(__dirname, file), WASM_SUMS[file]),
  () => performance.now(),
  { inflate: nodeInflate },
);
