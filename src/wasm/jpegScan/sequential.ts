/** AssemblyScript, part of jpegScan: units of a sequential scan (ITU-T T.81 F.2), to pixels at once. */
import { bits, drop, refill, take } from './bits';
import { acrossOf, acTableOf, dcTableOf, downOf, keepDc, lastDc } from './components';
import { BAD, dcOf, END_OF_BLOCK, extend, LOOK_BITS, symbolOf } from './huffman';
import { clearBlock, setCoefficient, toPixels } from './transform';

let target: usize = 0;
let stride: usize = 0;

/** The next scan is made into rows of `bytes` pixels. */
export function aimAtPixels(pixels: usize, bytes: usize): void {
  target = pixels;
  stride = bytes;
}

/** @param first the place of luminance among the components; false for a bad code */
export function sequentialUnit(components: i32, first: i32, column: i32, row: i32): bool {
  for (let i = 0; i < components; i++) {
    const across = acrossOf(i);
    const down = downOf(i);
    const dcTable = dcTableOf(i);
    const acTable = acTableOf(i);
    let dc = lastDc(i);
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++) {
        const difference = dcOf(dcTable);
        if (difference === BAD) return false;
        dc += difference;
        if (i !== first) {
          if (!passAc(acTable)) return false;
          continue;
        }
        const last = acOf(acTable);
        if (last === BAD) {
          clearBlock();
          return false;
        }
        toPixels(dc, last, target + (<usize>(row * down + y) * stride + <usize>(column * across + x)) * 8, stride);
      }
    }
    keepDc(i, dc);
  }
  return true;
}

/**
 * The AC coefficients of the next block into the block; the place of the last one, 0 for none, BAD for
 * a bad code.
 */
function acOf(table: usize): i32 {
  let last = 0;
  for (let k = 1; k < 64; k++) {
    refill();
    const both = load<i32>(table + ((<usize>(bits >> (64 - LOOK_BITS))) << 2));
    let value: i32;
    if (both) {
      drop(both & 255);
      k += (both >> 8) & 255;
      value = both >> 16;
      if (k >= END_OF_BLOCK) return ((both >> 8) & 255) === END_OF_BLOCK ? last : BAD;
    } else {
      const symbol = symbolOf(table);
      if (symbol < 0) return BAD;
      const size = symbol & 15;
      if (!size && symbol !== 0xf0) return last;
      k += symbol >> 4;
      if (k > 63) return BAD;
      value = size ? extend(take(size), size) : 0;
    }
    setCoefficient(k, value);
    last = k;
  }
  return last;
}

/** Passes over the AC coefficients of a block; false for a bad code. */
function passAc(table: usize): bool {
  for (let k = 1; k < 64; k++) {
    refill();
    const both = load<i32>(table + ((<usize>(bits >> (64 - LOOK_BITS))) << 2));
    if (both) {
      drop(both & 255);
      k += (both >> 8) & 255;
    } else {
      const symbol = symbolOf(table);
      if (symbol < 0) return false;
      const size = symbol & 15;
      if (!size && symbol !== 0xf0) return true;
      k += symbol >> 4;
      if (size) drop(size);
    }
  }
  return true;
}
