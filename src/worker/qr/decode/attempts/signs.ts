/** Whether anything in a picture looks like the finders of a symbol: what the slow attempts need to gain anything. */
import { finderAgreement } from '../grid/finderAgreement';
import { hypotheses } from '../grid/hypotheses';
import type { Search } from '../search';
import { type Binarisation, survey } from './gridFinders';

const MAX_PAIRS = 12;
/**
 * Share of the finders' modules that must be right where a guess of three or of two puts them. Of 300 icons, screenshots, photographs and charts
 * without a symbol 10 reach it, of 79 photographs of symbols that the engine alone does not read 74; glances read the others.
 */
const LEAST = { three: 0.66, two: 0.75 };
/** Of light finders on dark. */
const LEAST_LIGHT = { three: 0.78, two: 1 };

/** @param signs the binarisations in which dark and light finders are looked for */
export const showsFinders = (search: Search, signs: Record<'dark' | 'light', readonly Binarisation[]>): boolean =>
  signs.dark.some((binarisation) => hasFinders(search, binarisation, false, LEAST)) ||
  signs.light.some((binarisation) => hasFinders(search, binarisation, true, LEAST_LIGHT));

function hasFinders(search: Search, binarisation: Binarisation, inverted: boolean, least: typeof LEAST): boolean {
  const { finders, binary } = survey(search, binarisation, inverted);
  return hypotheses(finders, binary, MAX_PAIRS).some(({ members, guesses }) =>
    guesses.some(({ corners, size }) => finderAgreement(binary, corners, size) >= (members.length === 3 ? least.three : least.two)),
  );
}
