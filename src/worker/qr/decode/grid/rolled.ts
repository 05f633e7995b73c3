/** How a symbol is rolled, told by the slant of its finders. */
import type { Gray } from '../gray';
import { finderAgreement } from './finderAgreement';
import type { Work } from './fitGrid';
import type { Guess } from './hypotheses';
import type { Roll } from './roll';

/** Rolls that are tried: so far, in such steps, then in half of them around the best. */
const MOST = 0.24;
const STEP = 0.06;
/** Share of the finders' modules that a roll must make right, or there is none. */
const LEAST_GAIN = 0.04;
/** Modules of finders that most rolls are refused by. */
const COST = 60;

const grid = (step: number, most: number): Pick<Roll, 'u' | 'v'>[] => {
  const steps = Array.from({ length: 2 * Math.round(most / step) + 1 }, (_, i) => i * step - most);
  return steps.flatMap((u) => steps.map((v) => ({ u, v })));
};
const FIRST = grid(STEP, MOST).filter(({ u, v }) => Math.hypot(u, v) <= MOST);
const THEN = grid(STEP / 2, STEP / 2);

/**
 * @param guess of a flat symbol
 * @param least share of the finders' modules that must be right
 * @returns the guess with the roll that slants its finders as they are seen, and how many of their
 * modules are right with it; null where none does
 */
export function rolled(binary: Gray, guess: Guess, least: number, work: Work): (Guess & { agreement: number }) | null {
  const { corners, size } = guess;
  let agreement = Math.max(least, finderAgreement(binary, corners, size, least) + LEAST_GAIN);
  let roll: Roll | undefined;
  const consider = (other: Roll) => {
    const found = finderAgreement(binary, corners, size, agreement, other);
    if (found <= agreement) return;
    agreement = found;
    roll = other;
  };
  for (const isAcross of [true, false]) for (const way of FIRST) consider({ isAcross, ...way });
  work.left -= 2 * COST * FIRST.length;
  const first = roll;
  if (!first) return null;
  for (const { u, v } of THEN) consider({ ...first, u: first.u + u, v: first.v + v });
  return { ...guess, roll, agreement };
}
