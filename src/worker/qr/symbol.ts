/** Draws the symbol of segments that fit. */
import type { Level, QrSymbol } from '../protocol/symbol';
import { symbolCodewords } from './codewords';
import { applyMask, penalty } from './mask';
import { drawFormat, placeCodewords, template } from './matrix';
import { type Segment, streamBits } from './segments';
import { dataCodewords } from './standard';

/** @param mask 0 to 7; default the one with the lowest penalty */
export function buildSymbol(segments: readonly Segment[], version: number, level: Level, mask?: number): QrSymbol {
  const { size, modules: empty, path } = template(version);
  const modules = empty.slice();
  placeCodewords(modules, path, symbolCodewords(segments, version, level));
  const chosen = mask ?? bestMask(modules, size, path, level);
  drawFormat(modules, size, level, chosen);
  applyMask(modules, size, path, chosen);
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

function bestMask(modules: Uint8Array, size: number, path: Int32Array, level: Level): number {
  let best = 0;
  let fewest = Infinity;
  for (let mask = 0; mask < 8; mask++) {
    const tried = modules.slice();
    drawFormat(tried, size, level, mask);
    applyMask(tried, size, path, mask);
    const points = penalty(tried, size);
    if (points < fewest) {
      fewest = points;
      best = mask;
    }
  }
  return best;
}
