/**
 * Symbols that are seen from far aside: where a finder is much longer than wide, its neighbourhood
 * is widened until the finder is a square, for others there are too narrow to be seen as it is.
 */
import type { Gray } from '../gray';
import { type Finder, findFinders } from '../grid/findFinders';
import { moduleTowards, triples } from '../grid/hypotheses';
import { localThreshold } from '../localMean';
import { crop, type Derived, resize } from '../scale';
import type { Search } from '../search';
import type { Attempt } from './attempt';
import { type Binarisation, survey, tryGuesses } from './gridFinders';

/** How much longer than wide a finder is that counts as narrow. */
const NARROW = 1.7;
/** Pixels a module that are seen well all the same. */
const WIDE_ENOUGH = 4;
const MOST_WIDENED = 3.5;
/** Neighbourhoods that are looked at, and how many modules they reach: most symbols are smaller. */
const MAX_PLACES = 3;
const REACH = 32;
const RADIUS = 10;
const OFFSET = 2;
const MAX_FINDERS = 14;
const MAX_TRIPLES = 6;
/** Share of the finders' modules that must be right before a grid is fitted. */
const MIN_FINDERS = 0.66;

interface Narrow {
  finder: Finder;
  /** Pixels a module. */
  across: number;
  down: number;
}

/** @param binarisations in which narrow finders are looked for */
export const gridNarrow = (name: string, binarisations: readonly Binarisation[]): Attempt => ({
  name,
  run(search) {
    const done: Narrow[] = [];
    for (const binarisation of binarisations) {
      const { finders, binary, small } = survey(search, binarisation);
      for (const finder of finders) {
        const narrow = narrowOf(finder, binary());
        if (!narrow || done.length >= MAX_PLACES || done.some((other) => isNear(other, narrow))) continue;
        if (search.work.left <= 0) return;
        done.push(narrow);
        lookAround(search, narrow, small, name);
      }
    }
  },
});

function narrowOf(finder: Finder, binary: Gray): Narrow | null {
  const across = moduleTowards(binary, finder, { x: finder.x + 1, y: finder.y });
  const down = moduleTowards(binary, finder, { x: finder.x, y: finder.y + 1 });
  const [less, more] = [Math.min(across, down), Math.max(across, down)];
  return less < WIDE_ENOUGH && more > NARROW * less ? { finder, across, down } : null;
}

/** A symbol that both could belong to is in the middle of the other's neighbourhood. */
const isNear = (a: Narrow, b: Narrow): boolean =>
  Math.abs(a.finder.x - b.finder.x) < (REACH / 3) * a.across &&
  Math.abs(a.finder.y - b.finder.y) < (REACH / 3) * a.down;

function lookAround(search: Search, { finder, across, down }: Narrow, small: Derived, attempt: string): void {
  const [reachX, reachY] = [REACH * across, REACH * down];
  const part = crop(small.gray, finder.x - reachX, finder.y - reachY, 2 * reachX, 2 * reachY);
  const times = Math.min(MOST_WIDENED, Math.max(across, down) / Math.min(across, down));
  const { width, height } = part.gray;
  const wide = across < down ? resize(part.gray, width * times, height) : resize(part.gray, width, height * times);
  const binary = localThreshold(wide.gray, RADIUS, OFFSET);
  const back: Derived['back'] = (point) => small.back(part.back(wide.back(point)));
  const finders = findFinders(binary).best(MAX_FINDERS, ({ x, y }) => !search.isExplained(back([x, y])));
  for (const { guesses } of triples(finders, binary).slice(0, MAX_TRIPLES)) {
    if (search.work.left <= 0) return;
    if (tryGuesses(search, guesses(), binary, { gray: wide.gray, back }, MIN_FINDERS, attempt)) return;
  }
}
