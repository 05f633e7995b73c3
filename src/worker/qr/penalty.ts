/**
 * The penalty that tells the best mask (ISO/IEC 18004:2024 §7.8.3, table 11), counted for 32 rows
 * or columns at a time.
 */
import type { Packed } from './packed';

/**
 * Points of a finished symbol, the fewer the better; counting ends when there are `enough`, and
 * tells how many there were by then.
 */
export function penalty({ size, width, rows, columns }: Packed, enough = Number.POSITIVE_INFINITY): number {
  // A bit of a row's word stands in one column: what goes on from row to row lies along columns.
  const points = sharePenalty(rows, size) + linesPenalty(rows, width, size);
  if (points >= enough) return points;
  const more = points + 3 * blocks(rows, width, size);
  return more >= enough ? more : more + linesPenalty(columns, width, size);
}

/** Each full 5 % that the share of dark modules is away from half costs 10. */
function sharePenalty(words: Int32Array, size: number): number {
  let dark = 0;
  for (let i = 0; i < words.length; i++) dark += bitCount(words[i]!);
  return 10 * Math.floor((Math.abs(dark * 2 - size * size) * 10) / (size * size));
}

/** Ones for the modules of a line from its word k on. */
const inside = (size: number, k: number): number => (size - 32 * k >= 32 ? -1 : (1 << (size - 32 * k)) - 1);

/**
 * What goes on from line to line in one place: 3 + (n - 5) for a run of n >= 5 of one colour; 40
 * for 1:1:3:1:1 with four light modules before or after it. Every word below speaks of the modules
 * from its line on; lines are visited from the last, so what follows is known.
 */
function linesPenalty(words: Int32Array, width: number, size: number): number {
  let points = 0;
  for (let k = 0; k < width; k++) {
    const valid = inside(size, k);
    let equal = 0;
    let three = 0;
    let threeNext = 0;
    let five = 0;
    // Points of runs as binary numbers, one under each place: this word has their lowest digits,
    // the next the second lowest.
    let [ones, twos, fours, eights] = [0, 0, 0, 0];
    // The words of the six lines that follow.
    let [a, b, c, d, e, f] = [0, 0, 0, 0, 0, 0];
    for (let line = size - 1, at = line * width + k; line >= 0; line--, at -= width) {
      const word = words[at]!;
      // Two, three, five modules of one colour; a run of n has n - 4 fives, of which one is the
      // last.
      const equalHere = line === size - 1 ? 0 : ~(word ^ a) & valid;
      const threeHere = equalHere & equal;
      const fiveHere = threeHere & threeNext;
      const last = fiveHere & ~five;
      const two = ones & fiveHere;
      const four = (twos & two) | ((twos ^ two) & last);
      const eight = fours & four;
      ones ^= fiveHere;
      twos ^= two ^ last;
      fours ^= four;
      if (eight) {
        points += 16 * bitCount(eights & eight);
        eights ^= eight;
      }
      const finder = word & ~a & b & c & d & ~e & f;
      if (finder)
        points +=
          40 *
          (lightFour(words, finder, line - 4, k, width, size) + lightFour(words, finder, line + 7, k, width, size));
      equal = equalHere;
      threeNext = three;
      three = threeHere;
      five = fiveHere;
      f = e;
      e = d;
      d = c;
      c = b;
      b = a;
      a = word;
    }
    points += bitCount(ones) + 2 * bitCount(twos) + 4 * bitCount(fours) + 8 * bitCount(eights);
  }
  return points;
}

/**
 * How many of the places that are set in `places` are light in four lines from `line` on, which
 * must be in the symbol.
 */
function lightFour(words: Int32Array, places: number, line: number, k: number, width: number, size: number): number {
  if (line < 0 || line + 4 > size) return 0;
  const at = line * width + k;
  return bitCount(places & ~(words[at]! | words[at + width]! | words[at + 2 * width]! | words[at + 3 * width]!));
}

/** How many 2 x 2 blocks of one colour there are. */
function blocks(rows: Int32Array, width: number, size: number): number {
  let count = 0;
  for (let k = 0; k < width; k++) {
    const valid = inside(size - 1, k);
    const isLast = k === width - 1;
    let above = 0;
    let equalAbove = 0;
    for (let line = 0, at = k; line < size; line++, at += width) {
      const word = rows[at]!;
      const next = isLast ? 0 : rows[at + 1]!;
      const equal = ~(word ^ ((word >>> 1) | (next << 31))) & valid;
      count += bitCount(equal & equalAbove & ~(word ^ above));
      above = word;
      equalAbove = equal;
    }
  }
  return count;
}

/** Ones in a word, by adding neighbouring groups of bits. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
