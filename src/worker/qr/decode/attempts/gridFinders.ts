/**
 * Symbols that the engine does not see at all: guessed from finder patterns that nothing read so
 * far explains.
 */

import { invert } from '../filters';
import type { Gray } from '../gray';
import { finderAgreement } from '../grid/finderAgreement';
import { type Finder, findFinders } from '../grid/findFinders';
import { fitGrid } from '../grid/fitGrid';
import { type Guess, type Hypothesis, pairs, triples } from '../grid/hypotheses';
import { CLEAR_AGREEMENT, readFit } from '../grid/readFit';
import { slanted } from '../grid/slanted';
import { boxBlur, localThreshold } from '../localMean';
import { centreOf } from '../quad';
import type { Derived } from '../scale';
import type { Search } from '../search';
import { symbolOfGrid } from '../toSymbol';
import type { Attempt } from './attempt';

export interface Binarisation {
  /** Long side of the picture that is looked through. */
  side: number;
  /**
   * Radius of the window whose mean is the threshold, less `offset`; `blur` is the radius of the
   * box blur before.
   */
  radius: number;
  blur: number;
  offset: number;
}

const MAX_FINDERS = 14;
/**
 * Share of the fixed modules that must be right after the first climb, and before modules are read.
 */
const GATE = 0.62;
const MIN_AGREEMENT = 0.72;
/**
 * From pixels a module and a first step of the climb; the second look is for symbols that are
 * surely there and could not be read.
 */
const LOOKS = [
  { scale: 3.2, reach: 1.2 },
  { scale: 5, reach: 0.8 },
];

interface Survey {
  finders: Finder[];
  /** In black and white, the finders dark; of an inverted look made at the first call. */
  binary(): Gray;
  small: Derived;
  /** Nothing was sighted at all, not even in one row. */
  isBare: boolean;
  /** All threes of the finders, the likeliest first; made at the first call. */
  threes(): readonly Hypothesis[];
}

const MAX_TRIPLES = 12;

/** Hypotheses in the order in which to try them: threes first. */
export const hypotheses = ({ finders, binary, threes }: Survey, maxPairs: number): Hypothesis[] => [
  ...threes().slice(0, MAX_TRIPLES),
  ...pairs(finders, binary()).slice(0, maxPairs),
];

/**
 * The finders in the picture in black and white that no symbol explains, best seen first.
 * @param inverted with dark and light exchanged
 */
export function survey(search: Search, binarisation: Binarisation, inverted = false): Survey {
  const small = search.atMost(binarisation.side);
  const seen = search.once(binarisation, () => {
    const { radius, blur, offset } = binarisation;
    return look(localThreshold(blur ? boxBlur(small.gray, blur) : small.gray, radius, offset));
  });
  const found = inverted ? search.once(seen, () => findFinders(seen.binary, true)) : seen.found;
  const kept: { explainedBy?: number; survey?: Survey } = search.once(found, () => ({}));
  if (kept.survey && kept.explainedBy === search.symbols.length) return kept.survey;
  const finders = found.best(MAX_FINDERS, ({ x, y }) => !search.isExplained(small.back([x, y])));
  const binary = () => (inverted ? search.once(seen.binary, () => invert(seen.binary)) : seen.binary);
  let ranked: readonly Hypothesis[] | undefined;
  const threes = () => (ranked ??= triples(finders, binary()));
  kept.explainedBy = search.symbols.length;
  return (kept.survey = { finders, binary, small, isBare: found.isBare, threes });
}

const look = (binary: Gray) => ({ binary, found: findFinders(binary) });

/**
 * @param minFinders share of the finders' modules that must be right where a guess puts them,
 * before a grid is fitted there
 */
export const gridFinders = (
  name: string,
  binarisation: Binarisation,
  maxPairs: number,
  minFinders: number,
): Attempt => ({
  name,
  run(search) {
    const surveyed = survey(search, binarisation);
    const { finders, small } = surveyed;
    if (finders.length < 2) return;
    const binary = surveyed.binary();
    const taken = new Set<number>();
    for (const { members, guesses } of hypotheses(surveyed, maxPairs)) {
      if (search.work.left <= 0) return;
      if (members.some((i) => taken.has(i))) continue;
      const read = (tried: readonly Guess[]) => tryGuesses(search, tried, binary, small, minFinders, name);
      if (read(guesses()) || read(slants(search, guesses(), binary))) for (const i of members) taken.add(i);
    }
  },
});

/** Where the third finder is hidden, it is imagined elsewhere than at a right angle. */
const slants = ({ work }: Search, guesses: readonly Guess[], binary: Gray): Guess[] =>
  guesses.flatMap((guess) => (guess.imagined && slanted(binary, guess, work)) ?? []);

/** @returns whether something was read where one of the guesses puts it */
export function tryGuesses(
  search: Search,
  guesses: readonly Guess[],
  binary: Gray,
  small: Derived,
  minFinders: number,
  attempt: string,
): boolean {
  return guesses
    .filter(({ corners, size, roll }) => finderAgreement(binary, corners, size, minFinders, roll) > 0)
    .some((guess) => tryGuess(search, guess, small, attempt));
}

function tryGuess(search: Search, { size, corners, roll }: Guess, { gray, back }: Derived, attempt: string): boolean {
  const centre = centreOf(corners);
  if (
    centre[0] < 0 ||
    centre[1] < 0 ||
    centre[0] > gray.width ||
    centre[1] > gray.height ||
    search.isExplained(back(centre))
  )
    return false;
  const whole = corners.map(back) as Guess['corners'];
  for (const { scale, reach } of LOOKS) {
    const options = { scale, reach, gate: GATE, least: MIN_AGREEMENT, roll };
    const fit = fitGrid(search.levels(), whole, size, options, search.work);
    if (!fit) return false;
    const found = readFit(fit, search.work, false);
    if (found) return search.add(symbolOfGrid(found.read, fit.corners, attempt, { mirrored: false, inverted: false }));
    if (fit.agreement < CLEAR_AGREEMENT) return false;
  }
  return false;
}
