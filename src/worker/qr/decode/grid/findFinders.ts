/** Finder patterns of a black and white picture. */
import type { Gray } from '../gray';
import { type FinderScan, withFinderScan } from '../wasm/finderScan';
import { createSightings, type Finder } from './sightings';

/**
 * Sightings that are gathered at most: noise and moiré give more, a picture of two hundred symbols
 * a tenth.
 */
const MOST_FINDERS = 20_000;
const MOST_RINGS = 4000;
/** Numbers of a sighting: x, y, pixels a module. */
const PARTS = 3;
const BYTES = 8 * PARTS;

/**
 * Finder patterns: runs of 1:1:3:1:1 along every second row that also hold along the column.
 * @param binary 0 is dark, 255 light
 * @param inverted looks for the light ones of inverted symbols
 */
export const findFinders = ({ data, width, height }: Gray, inverted = false): Finder[] =>
  withFinderScan((ops) => {
    const from = ops.put(data);
    const to = ops.take(MOST_FINDERS * BYTES);
    return gathered(
      ops,
      to,
      ops.finders(from, width, height, inverted ? 255 : 0, to, MOST_FINDERS, ops.take(ops.roomFor(width))),
    );
  });

/**
 * Finder patterns whose border may run into the ground, as those of a symbol without a quiet zone
 * do: told by the whole plane of the pattern, so they must lie nearly upright.
 * @param binary 0 is dark, 255 light
 * @returns those of symbols as printed and of inverted ones
 */
export const findRings = ({ data, width, height }: Gray): { dark: Finder[]; light: Finder[] } =>
  withFinderScan((ops) => {
    const from = ops.put(data);
    const to = ops.take(2 * MOST_RINGS * BYTES);
    const count = ops.rings(from, width, height, to, MOST_RINGS, ops.take(ops.roomFor(width)));
    return { dark: gathered(ops, to, count), light: gathered(ops, to + MOST_RINGS * BYTES, ops.lightRings()) };
  });

function gathered(ops: FinderScan, from: number, count: number): Finder[] {
  const seen = new Float64Array(ops.bytes().slice(from, from + count * BYTES).buffer);
  const found = createSightings();
  for (let i = 0; i < seen.length; i += PARTS)
    found.add({ x: seen[i]!, y: seen[i + 1]!, module: seen[i + 2]!, hits: 1 });
  return found.all;
}
