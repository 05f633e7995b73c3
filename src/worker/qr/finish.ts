/**
 * What turns placed codewords into the finished symbol: a data mask, and the format information
 * that tells of it and of the level.
 */
import type { Level } from '../protocol/symbol';
import { applyMask } from './mask';
import { formatPlaces, template } from './matrix';
import { type Packed, pack } from './packed';
import { formatBits } from './standard';

const finishes = new Map<string, Packed[]>();

/**
 * For mask 0 to 7 the modules to turn over, those of the format places (light before) included.
 * Made once, some 3 KB a mask, 8 KB at most.
 */
export function finishesOf(version: number, level: Level): Packed[] {
  const key = version + level;
  let found = finishes.get(key);
  if (!found) finishes.set(key, (found = Array.from({ length: 8 }, (_, mask) => make(version, level, mask))));
  return found;
}

function make(version: number, level: Level, mask: number): Packed {
  const { size, path } = template(version);
  const modules = new Uint8Array(size * size);
  applyMask(modules, size, path, mask);
  const bits = formatBits(level, mask);
  formatPlaces(size).forEach((places, i) => {
    for (const [row, column] of places) modules[row * size + column] = (bits >> i) & 1;
  });
  return pack(modules, size);
}
