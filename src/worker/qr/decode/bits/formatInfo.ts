/**
 * Level and mask out of the two copies of the format information of a symbol (ISO/IEC 18004:2024
 * §7.9).
 */
import { makingChoices } from '../../../protocol/style';
import type { Level } from '../../../protocol/symbol';
import { formatPlaces } from '../../matrix';
import { formatBits } from '../../standard';

export interface FormatInfo {
  level: Level;
  mask: number;
  /** Bits in which the better copy differs from the clean pattern. */
  distance: number;
}

let patterns: { level: Level; mask: number; bits: number }[] | undefined;
/** All that format information can be; made when first asked for. */
function allPatterns() {
  patterns ??= makingChoices.level.flatMap((level) =>
    Array.from({ length: 8 }, (_, mask) => ({ level, mask, bits: formatBits(level, mask) })),
  );
  return patterns;
}

/**
 * The code keeps words 5 bits apart at least, so up to 3 wrong bits are named right; more is
 * refused.
 */
const MAX_DISTANCE = 3;

const placesOfSize = new Map<number, [number, number][][]>();

function bitCount(value: number): number {
  let count = 0;
  for (let v = value; v; v &= v - 1) count++;
  return count;
}

/**
 * What the format information can mean, best first; empty when neither copy is near any pattern.
 * @param modules size * size, 1 is dark
 */
export function readFormat(modules: Uint8Array, size: number): FormatInfo[] {
  let places = placesOfSize.get(size);
  if (!places) placesOfSize.set(size, (places = formatPlaces(size)));
  const copies = [0, 0];
  places.forEach((pair, bit) => {
    pair.forEach(([row, column], copy) => {
      copies[copy]! |= modules[row * size + column]! << bit;
    });
  });
  return allPatterns()
    .map(({ level, mask, bits }) => {
      const [first, second] = copies.map((seen) => bitCount(seen ^ bits)) as [number, number];
      return { level, mask, distance: Math.min(first, second), sum: first + second };
    })
    .filter(({ distance }) => distance <= MAX_DISTANCE)
    .sort((a, b) => a.distance - b.distance || a.sum - b.sum)
    .slice(0, 2);
}
