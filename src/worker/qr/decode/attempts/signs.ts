/**
 * How much a picture looks as if it held the finders of a symbol: what the attempts need to gain
 * anything.
 */
import { finderAgreement } from '../grid/finderAgreement';
import type { Search } from '../search';
import { type Binarisation, hypotheses, survey } from './gridFinders';

/** `clear` is worth the slow attempts, `faint` a few glances. */
export type Signs = 'none' | 'faint' | 'clear';

const MAX_PAIRS = 12;

/** Share of the finders' modules that must be right where a guess of three or of two puts them. */
interface Least {
  three: number;
  two: number;
}

/**
 * The engine itself located something, if only one finder. Of 79 photographs of symbols that it
 * does not read at once 24 show finders and such traces, of 325 icons, screenshots, photographs and
 * charts without a symbol none does.
 */
const TRACED: Least = { three: 0.66, two: 0.75 };
/**
 * Nothing else speaks for a symbol: of those photographs all but one have 0.82 here, the pictures
 * without a symbol 0.69 (one 0.76).
 */
const UNTRACED: Least = { three: 0.72, two: 0.85 };
/** Light finders on dark. */
const LIGHT: Least = { three: 0.78, two: 1 };
/** Glances have read symbols from 0.64 on. */
const FAINT = 0.635;

/** @param kinds the binarisations in which dark and light finders are looked for */
export function signsOf(search: Search, kinds: Record<'dark' | 'light', readonly Binarisation[]>): Signs {
  const looks = [
    ...kinds.dark.map((binarisation) => ({
      binarisation,
      inverted: false,
      least: search.hasTraces ? TRACED : UNTRACED,
    })),
    ...kinds.light.map((binarisation) => ({ binarisation, inverted: true, least: LIGHT })),
  ];
  let faint = search.hasTraces;
  let isBare = false;
  for (const { binarisation, inverted, least } of looks) {
    if (isBare && !inverted) continue;
    const surveyed = survey(search, binarisation, inverted);
    // Where dark finders stand some row of theirs is seen in every light: 4 and more in those
    // photographs, none in a third of the other pictures.
    isBare ||= surveyed.isBare;
    if (surveyed.finders.length < 2) continue;
    const binary = surveyed.binary();
    for (const { members, guesses } of hypotheses(surveyed, MAX_PAIRS)) {
      const enough = members.length === 3 ? least.three : least.two;
      for (const { corners, size } of guesses()) {
        const agreement = finderAgreement(binary, corners, size, faint ? enough : FAINT);
        if (agreement >= enough) return 'clear';
        faint ||= agreement >= FAINT;
      }
    }
  }
  return faint ? 'faint' : 'none';
}
