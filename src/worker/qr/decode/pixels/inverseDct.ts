/** Inverse cosine transform of 8 x 8 blocks after Arai, Agui and Nakajima (1988), whose scaling is put into the quantisation table. */

const SCALES = Float64Array.from({ length: 8 }, (_, k) => (k ? Math.cos((k * Math.PI) / 16) * Math.SQRT2 : 1));

/** A quantisation table (row by row) with the transform's scaling. */
export function scaledQuantisation(table: ArrayLike<number>): Float32Array {
  return Float32Array.from({ length: 64 }, (_, i) => (table[i]! * SCALES[i >> 3]! * SCALES[i & 7]!) / 8);
}

const R2 = Math.SQRT2;
const A = 2 * Math.cos(Math.PI / 8);
const B = 2 * (Math.cos(Math.PI / 8) - Math.cos((3 * Math.PI) / 8));
const C = 2 * (Math.cos(Math.PI / 8) + Math.cos((3 * Math.PI) / 8));

/** One pass over eight lines of eight values that lie `step` apart; lines start `next` apart. */
function pass(v: Float32Array, step: number, next: number): void {
  for (let line = 0, at = 0; line < 8; line++, at += next) {
    const i1 = at + step;
    const i2 = i1 + step;
    const i3 = i2 + step;
    const i4 = i3 + step;
    const i5 = i4 + step;
    const i6 = i5 + step;
    const i7 = i6 + step;
    const evenSum = v[at]! + v[i4]!;
    const evenGap = v[at]! - v[i4]!;
    const midSum = v[i2]! + v[i6]!;
    const midGap = (v[i2]! - v[i6]!) * R2 - midSum;
    const e0 = evenSum + midSum;
    const e3 = evenSum - midSum;
    const e1 = evenGap + midGap;
    const e2 = evenGap - midGap;
    const innerSum = v[i5]! + v[i3]!;
    const innerGap = v[i5]! - v[i3]!;
    const outerSum = v[i1]! + v[i7]!;
    const outerGap = v[i1]! - v[i7]!;
    const turn = (innerGap + outerGap) * A;
    const o7 = outerSum + innerSum;
    const o6 = turn - innerGap * C - o7;
    const o5 = (outerSum - innerSum) * R2 - o6;
    const o4 = turn - outerGap * B - o5;
    v[at] = e0 + o7;
    v[i7] = e0 - o7;
    v[i1] = e1 + o6;
    v[i6] = e1 - o6;
    v[i2] = e2 + o5;
    v[i5] = e2 - o5;
    v[i3] = e3 + o4;
    v[i4] = e3 - o4;
  }
}

/**
 * Transforms a block of dequantised coefficients in place and writes it as pixels.
 * @param stride bytes from one row of `out` to the next
 */
export function blockToPixels(block: Float32Array, out: Uint8Array, at: number, stride: number): void {
  pass(block, 8, 1);
  pass(block, 1, 8);
  for (let row = 0, from = 0, to = at; row < 8; row++, to += stride) {
    for (let column = 0; column < 8; column++, from++) {
      const value = block[from]! + 128.5;
      out[to + column] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
}
