/**
 * Symbols seen at such an angle that other finders look likelier: of many threes those are tried
 * whose patterns really stand there in perspective.
 */
import { finderAgreement } from '../grid/finderAgreement';
import type { Guess } from '../grid/hypotheses';
import type { Attempt } from './attempt';
import { type Binarisation, survey, tryGuesses } from './gridFinders';

/** Threes that are looked at: a symbol's own has been the seventieth in cloth. */
const MAX_TRIPLES = 120;
/** Share of the finders' modules that must be right: far more than texture has. */
const MIN_FINDERS = 0.8;
/** Grids that are fitted at most. */
const MAX_GRIDS = 4;

/** @param binarisations in which finders are looked for */
export const gridSteep = (name: string, binarisations: readonly Binarisation[]): Attempt => ({
  name,
  run(search) {
    for (const binarisation of binarisations) {
      const { binary: seen, small, threes } = survey(search, binarisation);
      const binary = seen();
      const standing: { guess: Guess; agreement: number }[] = [];
      for (const { guesses } of threes().slice(0, MAX_TRIPLES)) {
        for (const guess of guesses()) {
          const agreement = finderAgreement(binary, guess.corners, guess.size, MIN_FINDERS);
          if (agreement > 0) standing.push({ guess, agreement });
        }
      }
      standing.sort((a, b) => b.agreement - a.agreement);
      for (const { guess } of standing.slice(0, MAX_GRIDS)) {
        if (search.work.left <= 0) return;
        tryGuesses(search, [guess], binary, small, MIN_FINDERS, name);
      }
    }
  },
});
