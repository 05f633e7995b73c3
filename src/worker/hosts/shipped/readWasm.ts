/** Reads the WebAssembly of others that is shipped. */
import { join } from 'node:path';
import { readShipped } from './readShipped';

const SUMS = {
  'zxing_reader.wasm': 'sum-of:zxing_reader.wasm',
  'webp-dec.wasm': 'sum-of:webp-dec.wasm',
};

/** @param distDir folder of the bundles. Throws as `readShipped` does */
export const readWasm = (distDir: string, file: keyof typeof SUMS): Buffer =>
  readShipped(join(distDir, file), SUMS[file]);
