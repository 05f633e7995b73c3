/**
 * Where the third finder of a symbol lies that is hidden: told by the slant of the two that are
 * seen.
 */
import type { Corners } from '../../../protocol/picture';
import type { Gray } from '../gray';
import { bestWay, type Way, waysOf } from './bestWay';
import { finderAgreement } from './finderAgreement';
import type { Work } from './fitGrid';
import type { Guess } from './hypotheses';
import { shiftOf } from './roll';

/** How far the third is looked for from the right angle, in sides of the symbol, and the steps. */
const WAYS = waysOf(0.6, 0.15);
/** Share of the finders' modules that must be right at the right angle, and that must be won. */
const LEAST = 0.55;
const LEAST_GAIN = 0.02;
/** The same in all: two whole finders, and a few modules of the hidden one. */
const LEAST_SLANTED = 0.74;
/** Modules of finders that are looked at until most places are refused. */
const COST = 3000;

/** @returns the guess with its third finder elsewhere; null where that is no better */
export function slanted(binary: Gray, guess: Guess, work: Work): Guess | null {
  const { corners, size } = guess;
  const agreement = finderAgreement(binary, corners, size, LEAST);
  if (!agreement) return null;
  const way = bestWay(WAYS, Math.max(LEAST_SLANTED, agreement + LEAST_GAIN), (other, limit) =>
    finderAgreement(binary, moved(guess, other), size, limit),
  );
  work.left -= COST;
  return way && { ...guess, corners: moved(guess, way) };
}

/** With the imagined finder moved by so many sides. */
function moved({ corners, size, imagined }: Guess, way: Way): Corners {
  const [x, y] = shiftOf(corners, way);
  const [near, far] = [-3.5 / (size - 7), (size - 3.5) / (size - 7)];
  const shares = {
    topLeft: [1 - 2 * near, 1 - near - far, 1 - 2 * far, 1 - near - far],
    topRight: [near, far, far, near],
    bottomLeft: [near, near, far, far],
  };
  const share = shares[imagined ?? 'topLeft'];
  return corners.map(([cx, cy], i) => [cx + share[i]! * x, cy + share[i]! * y]) as Corners;
}
