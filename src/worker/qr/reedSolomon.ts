/**
 * Error correction codewords: the remainder of a block's polynomial by the generator polynomial
 * (ISO/IEC 18004:2024 §7.5.2, annex A), four codewords a word.
 */

import { exp, times } from './field';

/** Coefficients of (x - 2^0)(x - 2^1)…, from the second highest power of x on; the highest is 1. */
function generator(count: number): number[] {
  const coefficients = [1];
  for (let i = 0; i < count; i++) {
    coefficients.push(0);
    for (let j = i + 1; j > 0; j--) coefficients[j]! ^= times(coefficients[j - 1]!, exp[i]!);
  }
  return coefficients.slice(1);
}

const tables = new Map<number, Int32Array>();

/**
 * For each value of a codeword the generator's coefficients times that value, from the highest byte
 * of a word down. Made once, 8 KB for 30.
 */
function multiples(count: number, width: number): Int32Array {
  let found = tables.get(count);
  if (!found) {
    tables.set(count, (found = new Int32Array(256 * width)));
    for (const [i, coefficient] of generator(count).entries())
      for (let value = 0; value < 256; value++)
        found[value * width + (i >>> 2)]! |= times(coefficient, value) << (24 - 8 * (i & 3));
  }
  return found;
}

/** Of a block of data: its `count` codewords. */
export function errorCorrection(data: Uint8Array, count: number): Uint8Array {
  const width = (count + 3) >>> 2;
  const last = width - 1;
  const table = multiples(count, width);
  const rest = new Int32Array(width);
  for (let i = 0; i < data.length; i++) {
    const from = (data[i]! ^ (rest[0]! >>> 24)) * width;
    for (let j = 0; j < last; j++) rest[j] = ((rest[j]! << 8) | (rest[j + 1]! >>> 24)) ^ table[from + j]!;
    rest[last] = (rest[last]! << 8) ^ table[from + last]!;
  }
  const codewords = new Uint8Array(count);
  for (let i = 0; i < count; i++) codewords[i] = rest[i >>> 2]! >>> (24 - 8 * (i & 3));
  return codewords;
}
