/**
 * AssemblyScript (its compiler makes jpegScan.wasm of this file): the entropy-coded scans of a JPEG
 * (ITU-T T.81), luminance alone. Colour is passed over where it stands between luminance, and its
 * transform is never made. Numbers stand in the memory: what the caller writes and reads is said at
 * each `export`.
 */
import { begin, isOver, placeOf, skipToRestart } from './jpegScan/bits';
import { keepDc } from './jpegScan/components';
import { forgetTables } from './jpegScan/huffman';
import { aimAtBlocks, endBand, progressiveUnit } from './jpegScan/progressive';
import { aimAtPixels, sequentialUnit } from './jpegScan/sequential';
import { clearBlock } from './jpegScan/transform';

export { component } from './jpegScan/components';
export { countsAt, huffman } from './jpegScan/huffman';
export { factorsAt, transform } from './jpegScan/transform';

/** First byte that is the caller's: the file, then pixels or coefficients. */
export function freeAt(): usize {
  return (__heap_base + 15) & ~15;
}

/** Forgets all tables. */
export function reset(): void {
  forgetTables();
  clearBlock();
}

/** What the last scan met: 0 for nothing, 1 for broken codes or data that ends early. */
let broken: i32 = 0;
export function isBroken(): i32 {
  return broken;
}
/** Where the last scan stopped: at the marker behind its data, unless it is broken. */
export function stoppedAt(): usize {
  return placeOf();
}

let isProgressive: bool = false;

/** The next scan is sequential and gives rows of `bytes` pixels. */
export function intoPixels(pixels: usize, bytes: usize): void {
  isProgressive = false;
  aimAtPixels(pixels, bytes);
}

/**
 * The next scan is progressive and gives, in rows of `width` blocks of 64 i16 in zigzag order, the
 * coefficients from `first` to `last`; those of AC hold the luminance alone.
 */
export function intoBlocks(blocks: usize, width: usize, first: i32, last: i32, bitBefore: i32, bit: i32): void {
  isProgressive = true;
  aimAtBlocks(blocks, width, first, last, bitBefore, bit);
}

/**
 * Decodes a scan.
 * @param components how many there are in a unit; `first` is the place of luminance among them
 * @param columns units in a row; `interval` units between restarts, 0 for none
 */
export function decode(
  at: usize,
  until: usize,
  components: i32,
  first: i32,
  columns: i32,
  rows: i32,
  interval: i32,
): void {
  begin(at, until);
  broken = 0;
  const units = columns * rows;
  for (let unit = 0; unit < units; ) {
    const stop = interval ? min(units, unit + interval) : units;
    for (let i = 0; i < components; i++) keepDc(i, 0);
    endBand();
    let row = unit / columns;
    let column = unit - row * columns;
    for (; unit < stop; unit++) {
      if (!unitOf(components, first, column, row) || isOver()) {
        broken = 1;
        break;
      }
      if (++column === columns) {
        column = 0;
        row++;
      }
    }
    unit = stop;
    if (unit < units && !skipToRestart()) {
      broken = 1;
      return;
    }
  }
}

function unitOf(components: i32, first: i32, column: i32, row: i32): bool {
  return isProgressive
    ? progressiveUnit(components, first, column, row)
    : sequentialUnit(components, first, column, row);
}
