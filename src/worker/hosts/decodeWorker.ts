/** A decode thread in worker_threads: bundled to dist/decodeWorker.js, with zxing_reader.wasm beside it. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { type DecodeJob, serveDecodeJobs } from '../qr/decode/decodeThread';

const port = parentPort!;

serveDecodeJobs(
  {
    onJob: (listener) => port.on('message', (job: DecodeJob) => listener(job)),
    answer: (picture) => port.postMessage(picture),
  },
  () => readFile(join(__dirname, 'zxing_reader.wasm')),
  () => performance.now(),
);
