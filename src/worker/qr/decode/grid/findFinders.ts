/** Finder patterns of a black and white picture. */
import type { Gray } from '../gray';
import { type FinderScan, withFinderScan } from '../wasm/finderScan';
import { createSightings, type Finder } from './sightings';

/** Sightings that are gathered at most: noise and moiré give more, a picture of two hundred symbols a tenth. */
const MOST_FINDERS = 20_000;
const MOST_RINGS = 4000;
/** Numbers of a sighting: x, y, pixels a module. */
const PARTS = 3;
const BYTES = 8 * PARTS;

/**
 * Dark finder patterns: runs of 1:1:3:1:1 along every second row that also hold along the column.
 * @param binary 0 is dark, 255 light
 */
export const findFinders = (binary: Gray): Finder[] =>
  scan(binary, MOST_FINDERS, (ops, from, to, room) => ops.finders(from, binary.width, binary.height, to, MOST_FINDERS, room));

/**
 * Finder patterns whose border may run into the ground, as those of a symbol without a quiet zone do: told by the whole plane of the
 * pattern, so they must lie nearly upright.
 * @param binary 0 is dark, 255 light
 * @param inverted looks for those of inverted symbols
 */
export const findRings = (binary: Gray, inverted: boolean): Finder[] =>
  scan(binary, MOST_RINGS, (ops, from, to, room) => ops.rings(from, binary.width, binary.height, inverted ? 255 : 0, to, MOST_RINGS, room));

function scan({ data, width }: Gray, most: number, run: (ops: FinderScan, from: number, to: number, room: number) => number): Finder[] {
  return withFinderScan((ops) => {
    const from = ops.put(data);
    const to = ops.take(most * BYTES);
    const count = run(ops, from, to, ops.take(ops.roomFor(width)));
    const seen = new Float64Array(ops.bytes().slice(to, to + count * BYTES).buffer);
    const found = createSightings();
    for (let i = 0; i < seen.length; i += PARTS) found.add({ x: seen[i]!, y: seen[i + 1]!, module: seen[i + 2]!, hits: 1 });
    return found.all;
  });
}
