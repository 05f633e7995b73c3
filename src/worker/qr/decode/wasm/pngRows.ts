/** What is done to the rows of a PNG, src/wasm/pngRows.ts, which says what its functions do. */
import { kernel } from './kernel';
import { pngRowsWasm } from './pngRowsWasm';

interface Exports {
  unfilter(rows: number, count: number, rowBytes: number, step: number, first: boolean): number;
  shade(rows: number, width: number, count: number, bytes: number, to: number): number;
}

export const withPngRows = kernel<Exports>(pngRowsWasm);

export type PngRows = Parameters<Parameters<typeof withPngRows>[0]>[0];
