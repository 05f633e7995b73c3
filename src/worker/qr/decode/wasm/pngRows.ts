/** What is done to the rows of a PNG, src/wasm/pngRows.ts, which says what its functions do. */
import { kernel } from './kernel';
import { pngRowsWasm } from './pngRowsWasm';

/** Places of luminance and opacity, a byte a pixel. */
type Planes = [luma: number, alpha: number];

interface Exports {
  unfilter(rows: number, count: number, rowBytes: number, step: number, first: boolean): number;
  indexed(
    ...rows: [rows: number, rowBytes: number, width: number, count: number, depth: number, table: number, ...to: Planes]
  ): number;
  sampled(
    ...rows: [
      rows: number,
      width: number,
      count: number,
      samples: number,
      wide: number,
      key: number,
      keyBytes: number,
      ...to: Planes,
    ]
  ): number;
  lay(...planes: [...Planes, count: number]): void;
}

export const withPngRows = kernel<Exports>(pngRowsWasm);

export type PngRows = Parameters<Parameters<typeof withPngRows>[0]>[0];
