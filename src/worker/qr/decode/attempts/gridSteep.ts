/**
 * Symbols seen at such an angle that other finders look likelier: of many threes those are tried
 * whose patterns really stand there in perspective.
 */
import { finderAgreement } from '../grid/finderAgreement';
import { triples } from '../grid/hypotheses';
import type { Attempt } from './attempt';
import { type Binarisation, survey, tryHypothesis } from './gridFinders';

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
      const { finders, binary: seen, small } = survey(search, binarisation);
      if (finders.length < 3) continue;
      const binary = seen();
      const standing = triples(finders, binary, MAX_TRIPLES)
        .flatMap(({ guesses, ...rest }) =>
          guesses.map((guess) => ({
            ...rest,
            guesses: [guess],
            agreement: finderAgreement(binary, guess.corners, guess.size, MIN_FINDERS),
          })),
        )
        .filter(({ agreement }) => agreement > 0)
        .sort((a, b) => b.agreement - a.agreement)
        .slice(0, MAX_GRIDS);
      for (const hypothesis of standing) {
        if (search.work.left <= 0) return;
        tryHypothesis(search, hypothesis, binary, small, MIN_FINDERS, name);
      }
    }
  },
});
