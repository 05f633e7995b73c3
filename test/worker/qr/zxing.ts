/** The real engine for tests, from the package's own file. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZxing } from '../../../src/worker/qr/decode/prepareZxing';
import type { Zxing } from '../../../src/worker/qr/decode/zxing';

let prepared: Promise<Zxing> | undefined;

export const zxing = (): Promise<Zxing> =>
  (prepared ??= prepareZxing(
    readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')),
  ));
