/** The decoder of JPEG scans, src/wasm/jpegScan.ts, which says what its functions do. */
import { jpegScanWasm } from './jpegScanWasm';
import { kernel } from './kernel';

/** The bytes of a scan, and of the file up to its end. */
type Data = [at: number, until: number];
/** Components of a unit, which of them is luminance, units in a row, rows, units between restarts (0: none). */
export type Units = [components: number, luma: number, columns: number, rows: number, interval: number];

interface Exports {
  countsAt(): number;
  factorsAt(): number;
  reset(): void;
  huffman(slot: number): void;
  component(i: number, across: number, down: number, dc: number, ac: number): void;
  sequential(...scan: [...Data, ...Units, pixels: number, stride: number]): void;
  progressive(...scan: [...Data, ...Units, blocks: number, width: number, low: number, high: number, before: number, shift: number]): void;
  transform(blocks: number, width: number, height: number, pixels: number, stride: number): void;
  isBroken(): number;
  stoppedAt(): number;
}

export const withJpegScan = kernel<Exports>(jpegScanWasm);

export type JpegScan = Parameters<Parameters<typeof withJpegScan>[0]>[0];
