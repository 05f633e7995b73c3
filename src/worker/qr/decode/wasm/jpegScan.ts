/** The decoder of JPEG scans, src/wasm/jpegScan.ts, which says what its functions do. */
import { jpegScanWasm } from './jpegScanWasm';
import { kernel } from './kernel';

/**
 * Components of a unit, which of them is luminance, units in a row, rows, units between restarts
 * (0: none).
 */
export type Units = [components: number, luma: number, columns: number, rows: number, interval: number];

interface Exports {
  countsAt(): number;
  factorsAt(): number;
  reset(): void;
  huffman(slot: number): void;
  component(i: number, across: number, down: number, dc: number, ac: number): void;
  intoPixels(pixels: number, stride: number): void;
  intoBlocks(blocks: number, width: number, first: number, last: number, bitBefore: number, bit: number): void;
  decode(at: number, until: number, ...units: Units): void;
  transform(blocks: number, width: number, height: number, room: number): void;
  isBroken(): number;
  stoppedAt(): number;
}

export const withJpegScan = kernel<Exports>(jpegScanWasm);

export type JpegScan = Parameters<Parameters<typeof withJpegScan>[0]>[0];
