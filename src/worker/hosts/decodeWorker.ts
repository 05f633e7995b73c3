/**
 * A decode thread in worker_threads: bundled to dist/decodeWorker.js, with the decoder beside it.
 */
import { parentPort } from 'node:worker_threads';
import type { DecodeJob } from '../qr/decode/decodeThread';
import { serveDecodeJobs } from './decoder';
import { nodeInflate } from './nodeInflate';
import { readWasm } from './shipped/readWasm';

const port = parentPort!;

serveDecodeJobs(
  {
    onJob: (listener) => port.on('message', (job: DecodeJob) => listener(job)),
    tell: (news) => port.postMessage(news),
  },
  (file) => readWasm(__dirname, file),
  () => performance.now(),
  { inflate: nodeInflate },
);
