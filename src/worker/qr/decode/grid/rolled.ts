/** How a symbol is rolled, told by the slant of its finders. */
import type { Gray } from '../gray';
import { bestWay, waysOf } from './bestWay';
import { agreementOfRolls, finderAgreement } from './finderAgreement';
import type { Work } from './fitGrid';
import type { Guess } from './hypotheses';

/** Rolls that are tried: so far, in such steps. */
const WAYS = waysOf(0.24, 0.06);
/** Share of the finders' modules that a roll must make right, or there is none. */
const LEAST_GAIN = 0.04;
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
  const agreementOf = agreementOfRolls(binary, corners, size);
  for (const isAcross of [true, false]) {
    const way = bestWay(WAYS, agreement, ({ u, v }, limit) => agreementOf({ isAcross, u, v }, limit));
    work.left -= COST;
    if (!way) continue;
    agreement = way.worth;
    best = { ...guess, roll: { isAcross, u: way.u, v: way.v }, agreement };
  }
  return best;
}
