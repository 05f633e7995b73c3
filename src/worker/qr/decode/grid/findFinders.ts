/** Finder patterns of a black and white picture. */
import type { Gray } from '../gray';
import { type FinderScan, withFinderScan } from '../wasm/finderScan';

export interface Finder {
  x: number;
  y: number;
  /** Pixels a module. */
  module: number;
  /** Rows in which it was seen. */
  hits: number;
}

/** Those that were seen in two rows at least, best seen first. */
export interface Finders {
  /** The best `count` of those that are wanted: noise has thousands, and few are looked at. */
  best(count: number, isWanted: (finder: Finder) => boolean): Finder[];
}

interface Sighted extends Finders {
  /** Nothing was sighted at all, not even in one row. */
  isBare: boolean;
}

/** What is seen in one row is texture. */
const MIN_HITS = 2;
/**
 * Sightings that are gathered at most: noise and moiré give more, a picture of two hundred symbols
 * a tenth.
 */
const MOST_FINDERS = 20_000;
const MOST_RINGS = 4000;
/** Numbers of a finder: x, y, pixels a module, rows. */
const PARTS = 4;
const BYTES = 8 * PARTS;

/**
 * Finder patterns: runs of 1:1:3:1:1 along every second row that also hold along the column.
 * @param binary 0 is dark, 255 light
 * @param inverted looks for the light ones of inverted symbols
 */
export const findFinders = ({ data, width, height }: Gray, inverted = false): Sighted =>
  withFinderScan((ops) => {
    const from = ops.put(data);
    const set = ops.take(ops.sizeOf(MOST_FINDERS, width));
    ops.finders(from, width, height, inverted ? 255 : 0, set, MOST_FINDERS, ops.take(ops.roomFor(width)));
    const isBare = ops.sightingsOf(set) === 0;
    return { ...gathered(ops, set), isBare };
  });

/**
 * Finder patterns whose border may run into the ground, as those of a symbol without a quiet zone
 * do: told by the whole plane of the pattern, so they must lie nearly upright.
 * @param binary 0 is dark, 255 light
 * @returns those of symbols as printed and of inverted ones
 */
export const findRings = ({ data, width, height }: Gray): { dark: Finders; light: Finders } =>
  withFinderScan((ops) => {
    const from = ops.put(data);
    const [dark, light] = [0, 1].map(() => ops.take(ops.sizeOf(MOST_RINGS, width))) as [number, number];
    ops.rings(from, width, height, dark, light, MOST_RINGS, ops.take(ops.roomFor(width)));
    return { dark: gathered(ops, dark), light: gathered(ops, light) };
  });

/** Takes the finders out of a set, which is none any more. */
function gathered(ops: FinderScan, set: number): Finders {
  const bytes = BYTES * ops.gather(set, MIN_HITS, set);
  const parts = new Float64Array(ops.bytes().slice(set, set + bytes).buffer);
  const places = Array.from({ length: parts.length / PARTS }, (_, i) => PARTS * i);
  places.sort((a, b) => parts[b + 3]! - parts[a + 3]!);
  return {
    best(count, isWanted) {
      const found: Finder[] = [];
      for (let i = 0; i < places.length && found.length < count; i++) {
        const at = places[i]!;
        const finder = { x: parts[at]!, y: parts[at + 1]!, module: parts[at + 2]!, hits: parts[at + 3]! };
        if (isWanted(finder)) found.push(finder);
      }
      return found;
    },
  };
}
