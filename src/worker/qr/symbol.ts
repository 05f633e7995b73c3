/** Draws the symbol of segments that fit. */
import type { Level, QrSymbol } from '../protocol/symbol';
import { symbolCodewords } from './codewords';
import { maskOf } from './mask';
import { drawFormat, placeCodewords, template } from './matrix';
import { copyPacked, type Packed, turnOver, unpacked } from './packed';
import { penalty } from './penalty';
import { type Segment, streamBits } from './segments';
import { dataCodewords } from './standard';

/** @param mask 0 to 7; default the one with the lowest penalty */
export function buildSymbol(segments: readonly Segment[], version: number, level: Level, mask?: number): QrSymbol {
  const placed = placeCodewords(template(version), symbolCodewords(segments, version, level));
  const chosen = mask ?? bestMask(placed, version, level);
  const { size } = placed;
  const modules = unpacked(finished(placed, version, level, chosen));
  return {
    version,
    level,
    mask: chosen,
    size,
    modules,
    segments: segments.map((segment) => ({ mode: segment.mode, characters: segment.characters })),
    usedBits: streamBits(segments, version),
    capacityBits: dataCodewords(version, level) * 8,
  };
}

function finished(placed: Packed, version: number, level: Level, mask: number): Packed {
  const packed = copyPacked(placed);
  turnOver(packed, maskOf(version, mask));
  drawFormat(packed, level, mask);
  return packed;
}

function bestMask(placed: Packed, version: number, level: Level): number {
  const points = Array.from({ length: 8 }, (_, mask) => penalty(finished(placed, version, level, mask)));
  return points.indexOf(Math.min(...points));
}
