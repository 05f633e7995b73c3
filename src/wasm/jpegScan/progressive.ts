/** AssemblyScript, part of jpegScan: units of a progressive scan (ITU-T T.81 annex G), to coefficients. */
import { refill, take } from './bits';
import { acrossOf, acTableOf, dcTableOf, downOf, keepDc, lastDc } from './components';
import { BAD, dcOf, extend, symbolOf } from './huffman';

/** Rows of `stride` blocks of 64 i16 in zigzag order. */
let target: usize = 0;
let stride: usize = 0;
/**
 * First and last coefficient in zigzag order, and the bits of successive approximation.
 */
let low: i32 = 0;
let high: i32 = 0;
let before: i32 = 0;
let shift: i32 = 0;
/** The blocks still to come that a band's end covers. */
let endRun: i32 = 0;

/** The next scan gives the coefficients from `first` to `last`; those of AC hold luminance alone. */
export function aimAtBlocks(blocks: usize, width: usize, first: i32, last: i32, bitBefore: i32, bit: i32): void {
  target = blocks;
  stride = width;
  low = first;
  high = last;
  before = bitBefore;
  shift = bit;
}

/** No band covers the blocks behind a restart. */
export function endBand(): void {
  endRun = 0;
}

/** @param first the place of luminance among the components; false for a bad code */
export function progressiveUnit(components: i32, first: i32, column: i32, row: i32): bool {
  if (!low) return dcUnit(components, first, column, row);
  const block = blockAt(column, row);
  const table = acTableOf(0);
  return before ? refine(block, table) : firstBand(block, table);
}

function blockAt(column: i32, row: i32): usize {
  return target + ((<usize>row * stride + <usize>column) << 7);
}

function dcUnit(components: i32, first: i32, column: i32, row: i32): bool {
  for (let i = 0; i < components; i++) {
    const across = acrossOf(i);
    const down = downOf(i);
    const table = dcTableOf(i);
    let dc = lastDc(i);
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++) {
        const block = blockAt(column * across + x, row * down + y);
        if (before) {
          refill();
          const bit = take(1);
          if (i === first) store<i16>(block, load<i16>(block) | <i16>(bit << shift));
          continue;
        }
        const difference = dcOf(table);
        if (difference === BAD) return false;
        dc += difference;
        if (i === first) store<i16>(block, <i16>(dc << shift));
      }
    }
    keepDc(i, dc);
  }
  return true;
}

function firstBand(block: usize, table: usize): bool {
  if (endRun > 0) {
    endRun--;
    return true;
  }
  for (let k = low; k <= high; k++) {
    refill();
    const symbol = symbolOf(table);
    if (symbol < 0) return false;
    const run = symbol >> 4;
    const size = symbol & 15;
    if (size) {
      k += run;
      if (k > 63) return false;
      store<i16>(block + ((<usize>k) << 1), <i16>(extend(take(size), size) << shift));
    } else if (run < 15) {
      endRun = (1 << run) - 1 + (run ? take(run) : 0);
      break;
    } else k += 15;
  }
  return true;
}

function refine(block: usize, table: usize): bool {
  let k = low;
  if (!endRun) {
    for (; k <= high; k++) {
      refill();
      const symbol = symbolOf(table);
      if (symbol < 0) return false;
      let run = symbol >> 4;
      let value = 0;
      if (symbol & 15) value = take(1) ? 1 << shift : -1 << shift;
      else if (run < 15) {
        endRun = (1 << run) + (run ? take(run) : 0);
        break;
      }
      for (; k <= high; k++) {
        const at = block + ((<usize>k) << 1);
        if (load<i16>(at)) correct(at);
        else if (--run < 0) {
          if (value) store<i16>(at, <i16>value);
          break;
        }
      }
    }
  }
  if (endRun > 0) {
    for (; k <= high; k++) {
      const at = block + ((<usize>k) << 1);
      if (load<i16>(at)) correct(at);
    }
    endRun--;
  }
  return true;
}

/** One more bit of a coefficient that is not 0. */
function correct(at: usize): void {
  refill();
  const value = <i32>load<i16>(at);
  if (take(1) && !(abs(value) & (1 << shift)))
    store<i16>(at, <i16>(value < 0 ? value - (1 << shift) : value + (1 << shift)));
}
