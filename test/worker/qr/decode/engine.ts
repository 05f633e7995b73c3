/** The engine for tests, loaded once a test file. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareEngine } from '../../../../src/worker/qr/decode/decodeImage';

const wasmPath = createRequire(__filename).resolve('zxing-wasm/reader/zxing_reader.wasm');

export const testEngine = () => prepareEngine(readFileSync(wasmPath), () => performance.now());
