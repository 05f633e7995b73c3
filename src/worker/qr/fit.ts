/** Finds the level and version that segments fit in. */
import type { Level } from '../protocol/symbol';
import { levels, maxVersion } from './limits';
import { type Segment, streamBits } from './segments';
import { dataCodewords } from './standard';

export interface Fit {
  segments: Segment[];
  version: number;
  level: Level;
}

export type SegmentsFor = (version: number) => Segment[];

/** First and last version of the classes that share header lengths, and so the best segments. */
const classes = [
  [1, 9],
  [10, 26],
  [27, maxVersion],
] as const;

/** The smallest version of this level that holds the segments; only `fixed` is tried when given. */
function smallestFit(segmentsFor: SegmentsFor, level: Level, fixed?: number): Fit | undefined {
  for (const [first, last] of fixed ? [[fixed, fixed] as const] : classes) {
    const segments = segmentsFor(first);
    const needed = streamBits(segments, first);
    for (let version = first; version <= last; version++)
      if (needed <= dataCodewords(version, level) * 8) return { segments, version, level };
  }
  return undefined;
}

/** The fit at the wanted level, else at the strongest weaker level that has one. */
export function strongestFit(segmentsFor: SegmentsFor, wanted: Level, fixed?: number): Fit | undefined {
  const remembered = new Map<number, Segment[]>();
  const once: SegmentsFor = (version) => {
    let segments = remembered.get(version);
    if (!segments) remembered.set(version, (segments = segmentsFor(version)));
    return segments;
  };
  for (const level of levels.slice(0, levels.indexOf(wanted) + 1).reverse()) {
    const fit = smallestFit(once, level, fixed);
    if (fit) return fit;
  }
  return undefined;
}

/** The strongest level that the same version still has room for: better correction at no cost. */
export function boosted(fit: Fit): Fit {
  const needed = streamBits(fit.segments, fit.version);
  const level = levels.findLast((each) => needed <= dataCodewords(fit.version, each) * 8);
  return { ...fit, level: level! };
}
