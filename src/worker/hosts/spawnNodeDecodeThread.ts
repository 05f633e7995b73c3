/** Starts a decode thread in Node: used by the language server's host and by the command line. */
import type { DecodeThread } from '../qr/decode/pool';
import { spawnNodeThread } from './spawnNodeThread';

/**
 * Heap limit of a decode thread; its pixel arrays and WebAssembly memory come on top and are
 * bounded by the pixel limit.
 */
const MAX_HEAP_MB = 384;
const BUNDLE = { bundle: 'decodeWorker.js', sum: 'sum-of:decodeWorker.js', maxHeapMb: MAX_HEAP_MB };

/** @param distDir folder of decodeWorker.js and zxing_reader.wasm */
export const spawnNodeDecodeThread = (distDir: string): DecodeThread => spawnNodeThread(distDir, BUNDLE);
