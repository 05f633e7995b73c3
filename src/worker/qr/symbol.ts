/** Draws the symbol of segments that fit. */
import type { Level, QrSymbol } from '../protocol/symbol';
import { symbolCodewords } from './codewords';
import { finishesOf } from './finish';
import { placeCodewords, template } from './matrix';
import { emptyPacked, type Packed, pack, turnOver, unpacked } from './packed';
import { penalty } from './penalty';
import { type Segment, streamBits } from './segments';
import { dataCodewords } from './standard';

/** @param mask 0 to 7; default the one with the lowest penalty */
export function buildSymbol(segments: readonly Segment[], version: number, level: Level, mask?: number): QrSymbol {
  const drawn = template(version);
  const { size } = drawn;
  const placed = pack(placeCodewords(drawn, symbolCodewords(segments, version, level)), size);
  const finished = emptyPacked(size);
  const finishes = finishesOf(version, level);
  const chosen = mask ?? bestMask(placed, finishes, finished);
  turnOver(placed, finishes[chosen]!, finished);
  return {
    version,
    level,
    mask: chosen,
    size,
    modules: unpacked(finished),
    segments: segments.map((segment) => ({ mode: segment.mode, characters: segment.characters })),
    usedBits: streamBits(segments, version),
    capacityBits: dataCodewords(version, level) * 8,
  };
}

/**
 * The first of those with the fewest points. @param scratch for one finished symbol after the other
 */
function bestMask(placed: Packed, finishes: Packed[], scratch: Packed): number {
  let best = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < 8; mask++) {
    turnOver(placed, finishes[mask]!, scratch);
    const points = penalty(scratch, fewest);
    if (points < fewest) [best, fewest] = [mask, points];
  }
  return best;
}
