/** Starts a decode thread in Node: used by the language server's host and by the command line. */
import { join } from 'node:path';
import type { DecodeThread } from '../qr/decode/pool';
import { spawnNodeThread } from './spawnNodeThread';

/**
 * Heap limit of a decode thread; its pixel arrays and WebAssembly memory come on top and are
 * bounded by the pixel limit.
 */
const MAX_HEAP_MB = 384;

/** @param distDir folder of decodeWorker.js and zxing_reader.wasm */
export const spawnNodeDecodeThread = (distDir: string): DecodeThread =>
  spawnNodeThread(join(distDir, 'decodeWorker.js'), { maxHeapMb: MAX_HEAP_MB });
