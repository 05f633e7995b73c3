/** Symbols around bottles and pillars: the slant of their finders tells how they are rolled. */
import { rolled } from '../grid/rolled';
import type { Attempt } from './attempt';
import { type Binarisation, survey, tryGuesses } from './gridFinders';

/** Between other finders a symbol's own three are not the likeliest, as they look for a flat one. */
const MAX_TRIPLES = 24;
/** Share of the finders' modules that must be right on the roll. */
const MIN_FINDERS = 0.84;

/** @param binarisation in which finders are looked for */
export const gridRolled = (name: string, binarisation: Binarisation): Attempt => ({
  name,
  run(search) {
    const { finders, binary: seen, small, threes } = survey(search, binarisation);
    if (finders.length < 3) return;
    const binary = seen();
    for (const { guesses } of threes().slice(0, MAX_TRIPLES)) {
      if (search.work.left <= 0) return;
      // The first of each size is flat; what a roll does to the finders is no depth.
      const flat = guesses().filter(({ size }, i, all) => all.findIndex((g) => g.size === size) === i);
      const bent = flat
        .flatMap((guess) => rolled(binary, guess, MIN_FINDERS, search.work) ?? [])
        .sort((a, b) => b.agreement - a.agreement);
      tryGuesses(search, bent, binary, small, MIN_FINDERS, name);
    }
  },
});
