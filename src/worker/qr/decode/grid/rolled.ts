/** How a symbol is rolled, told by the slant of its finders. */
import type { Gray } from '../gray';
import { bestWay, waysOf } from './bestWay';
import { finderAgreement, onRolls } from './finderAgreement';
import type { Work } from './fitGrid';
import type { Guess } from './hypotheses';

/** Rolls that are tried: so far, in such steps. */
const WAYS = waysOf(0.24, 0.06);
/** Share of the finders' modules that a roll must make right, or there is none. */
const LEAST_GAIN = 0.04;
/**
 * Share of the 24 modules that must be right which stay where they are, the middle columns of the
 * finders or their middle rows: rolled symbols that were read have 22 and more, of guesses where
 * there is none one in 70 has 20.
 */
const LEAST_UNMOVED = 0.83;
/** Modules of finders that are looked at until most rolls of one direction are refused. */
const COST = 3000;

/**
 * @param guess of a flat symbol
 * @param least share of the finders' modules that must be right
 * @returns the guess with the roll that slants its finders as they are seen, and how many of their
 * modules are right with it; null where none does
 */
export function rolled(binary: Gray, guess: Guess, least: number, work: Work): (Guess & { agreement: number }) | null {
  const { corners, size } = guess;
  let best: (Guess & { agreement: number }) | null = null;
  let agreement = Math.max(least, finderAgreement(binary, corners, size, least) + LEAST_GAIN);
  const seen = onRolls(binary, corners, size);
  for (const isAcross of [true, false]) {
    if (seen.unmoved(isAcross) < LEAST_UNMOVED) continue;
    const way = bestWay(WAYS, agreement, ({ u, v }, limit) => seen.agreement({ isAcross, u, v }, limit));
    work.left -= COST;
    if (!way) continue;
    agreement = way.worth;
    best = { ...guess, roll: { isAcross, u: way.u, v: way.v }, agreement };
  }
  return best;
}
