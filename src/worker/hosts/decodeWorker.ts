/** A decode thread in worker_threads: bundled to dist/decodeWorker.js, with its .wasm files beside it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { type DecodeJob, serveDecodeJobs } from '../qr/decode/decodeThread';
import { nodeInflate } from './nodeInflate';

const port = parentPort!;

serveDecodeJobs(
  {
    onJob: (listener) => port.on('message', (job: DecodeJob) => listener(job)),
    tell: (news) => port.postMessage(news),
  },
  (file) => readFile(join(__dirname, file)),
  () => performance.now(),
  nodeInflate,
);
