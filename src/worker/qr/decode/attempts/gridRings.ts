/**
 * Symbols without a quiet zone: flush against a dark ground, or inverted and flush against a light
 * one.
 */
import { invert } from '../filters';
import type { Gray } from '../gray';
import { finderAgreement } from '../grid/finderAgreement';
import { type Finders, findRings } from '../grid/findFinders';
import { fitGrid } from '../grid/fitGrid';
import { type Guess, triples } from '../grid/hypotheses';
import { readFit } from '../grid/readFit';
import { localThreshold } from '../localMean';
import { centreOf } from '../quad';
import { longSide } from '../scale';
import type { Search } from '../search';
import { symbolOfGrid } from '../toSymbol';
import type { Attempt } from './attempt';

/**
 * Long sides of the levels that are looked through; each shows modules of about 1.5 to 8 pixels, by
 * the threshold's window.
 */
const MAX_SIDE = 3100;
const MIN_SIDE = 100;
const RADIUS = 16;
const OFFSET = 3;
const MAX_RINGS = 12;
const MAX_TRIPLES = 8;
/** Of a triple: the three lie nearly upright, and are seen with modules of one size. */
const MAX_COST = 0.4;
const MIN_FINDERS = 0.7;
/**
 * Share of the fixed modules that must be right after a first climb, and before modules are read.
 */
const GATE = 0.75;
const MIN_AGREEMENT = 0.8;
/** Pixels a module that the symbol is looked at with. */
const SCALES = [3.2, 5];

export const gridRings: Attempt = {
  name: 'grid-rings',
  run(search) {
    search.levels().forEach((level, i) => {
      if (longSide(level) > MAX_SIDE || longSide(level) < MIN_SIDE) return;
      const binary = search.once(level, () => localThreshold(level, RADIUS, OFFSET));
      const { dark, light } = search.once(binary, () => findRings(binary));
      lookFor(search, { binary, rings: dark, times: 2 ** i, inverted: false }, this.name);
      lookFor(search, { binary, rings: light, times: 2 ** i, inverted: true }, this.name);
    });
  },
};

interface Seen {
  binary: Gray;
  rings: Finders;
  /** How much larger the whole picture is. */
  times: number;
  inverted: boolean;
}

function lookFor(search: Search, { binary: seen, rings: all, times, inverted }: Seen, attempt: string): void {
  const rings = all.best(MAX_RINGS, ({ x, y }) => !search.isExplained([x * times, y * times]));
  if (rings.length < 3) return;
  const binary = inverted ? invert(seen) : seen;
  for (const { guesses, cost } of triples(rings, binary).slice(0, MAX_TRIPLES)) {
    if (cost > MAX_COST) return;
    for (const { corners, size } of guesses()) {
      if (search.work.left <= 0) return;
      const whole = corners.map(([x, y]) => [x * times, y * times]) as Guess['corners'];
      if (!finderAgreement(binary, corners, size, MIN_FINDERS) || search.isExplained(centreOf(whole))) continue;
      if (readRings(search, whole, size, inverted, attempt)) break;
    }
  }
}

function readRings(
  search: Search,
  corners: Guess['corners'],
  size: number,
  inverted: boolean,
  attempt: string,
): boolean {
  const levels = inverted ? search.once(gridRings, () => search.levels().map(invert)) : search.levels();
  for (const scale of SCALES) {
    const fit = fitGrid(levels, corners, size, { scale, reach: 0.8, gate: GATE, least: MIN_AGREEMENT }, search.work);
    if (!fit) return false;
    const found = readFit(fit, search.work, false);
    if (found) return search.add(symbolOfGrid(found.read, fit.corners, attempt, { mirrored: false, inverted }));
  }
  return false;
}
