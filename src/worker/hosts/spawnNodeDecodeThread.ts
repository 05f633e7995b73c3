/** Starts a decode thread in Node with a memory limit: used by the language server's host and by the command line. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ThreadNews } from '../qr/decode/decodeThread';
import type { DecodeThread } from '../qr/decode/pool';

/** Heap limit of a decode thread; its pixel arrays and WebAssembly memory come on top and are bounded by the pixel limit. */
const MAX_HEAP_MB = 384;

/** @param distDir folder of decodeWorker.js and zxing_reader.wasm */
export function spawnNodeDecodeThread(distDir: string): DecodeThread {
  const worker = new Worker(join(distDir, 'decodeWorker.js'), { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } });
  // The exit follows the error and is what the pool acts on; without a listener the error would end the whole process.
  worker.on('error', () => undefined);
  return {
    post: (job, transfer) => worker.postMessage(job, transfer),
    onNews: (listener) => worker.on('message', (news: ThreadNews) => listener(news)),
    onExit: (listener) => worker.once('exit', listener),
    terminate: () => void worker.terminate(),
  };
}
