/** The penalty that tells the best mask (ISO/IEC 18004:2024 §7.8.3, table 11), counted 32 modules at a time. */
import type { Packed } from './packed';

/** Points of a finished symbol, the fewer the better. */
export function penalty({ size, width, rows, columns }: Packed): number {
  let dark = 0;
  for (const word of rows) dark += bitCount(word);
  let points = 0;
  for (let line = 0; line < size; line++) {
    const start = line * width;
    points += linePenalty(rows, start, width, size) + linePenalty(columns, start, width, size);
    if (line > 0) points += 3 * blocks(rows, start, width, size);
  }
  // Each full 5 % that the share of dark modules is away from half costs 10.
  return points + 10 * Math.floor((Math.abs(dark * 2 - size * size) * 10) / (size * size));
}

/** The word that starts `count` (1 to 31) modules further on. */
const ahead = (word: number, next: number, count: number): number => (word >>> count) | (next << (32 - count));

/** Ones for the first `count` bits of a word; `count` may be negative or beyond 32. */
const firstBits = (count: number): number => (count >= 32 ? -1 : count <= 0 ? 0 : (1 << count) - 1);

/**
 * One row or column: 3 + (n - 5) for a run of n >= 5 of one colour; 40 for 1:1:3:1:1 with four light modules before or after it.
 * Bit j of every word below speaks of the modules from j on; words are visited from the last, so that what follows is known.
 */
function linePenalty(words: Uint32Array, start: number, width: number, size: number): number {
  let points = 0;
  let next = 0;
  let nextEqual = 0;
  let nextThree = 0;
  let nextFive = 0;
  let nextLight = 0;
  let nextLightFour = 0;
  let nextFinder = 0;
  for (let k = width - 1; k >= 0; k--) {
    const word = words[start + k]!;
    const left = size - 32 * k;
    const one = ahead(word, next, 1);
    // Two, three, five modules of one colour; a run of n has n - 4 fives, of which one is the last.
    const equal = ~(word ^ one) & firstBits(left - 1);
    const three = equal & ahead(equal, nextEqual, 1);
    const five = three & ahead(three, nextThree, 2);
    if (five) points += bitCount(five) + 2 * bitCount(five & ~ahead(five, nextFive, 1));
    const light = ~word & firstBits(left);
    const lightTwo = light & ahead(light, nextLight, 1);
    const lightFour = lightTwo & ahead(light, nextLight, 2) & ahead(light, nextLight, 3);
    const finder =
      word & ~one & ahead(word, next, 2) & ahead(word, next, 3) & ahead(word, next, 4) & ~ahead(word, next, 5) & ahead(word, next, 6);
    const after = finder & ahead(lightFour, nextLightFour, 7);
    const before = lightFour & ahead(finder, nextFinder, 4);
    if (after | before) points += 40 * (bitCount(after) + bitCount(before));
    next = word;
    nextEqual = equal;
    nextThree = three;
    nextFive = five;
    nextLight = light;
    nextLightFour = lightFour;
    nextFinder = finder;
  }
  return points;
}

/** How many 2 x 2 blocks of one colour the row that starts at `start` forms with the row before it. */
function blocks(rows: Uint32Array, start: number, width: number, size: number): number {
  let count = 0;
  let next = 0;
  let nextAbove = 0;
  for (let k = width - 1; k >= 0; k--) {
    const word = rows[start + k]!;
    const above = rows[start - width + k]!;
    const equal = ~(word ^ ahead(word, next, 1)) & ~(above ^ ahead(above, nextAbove, 1)) & ~(word ^ above);
    count += bitCount(equal & firstBits(size - 32 * k - 1));
    next = word;
    nextAbove = above;
  }
  return count;
}

/** Ones in a word, by adding neighbouring groups of bits. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
