/** What some work costs, by a loop that is measured beside it: on any machine, whatever it does meanwhile. */
import { fixedLoop } from '../../../fixedLoop';
import { costOf } from './growthOf';

const MOST = 17;

/** In fixed loops, the least of several; measured again while it looks like more than `budget`. */
export function loopsOf(work: () => void, budget: number): number {
  let [leastWork, leastLoop] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let count = 0; count < MOST; count++) {
    leastWork = Math.min(leastWork, costOf(work));
    leastLoop = Math.min(leastLoop, costOf(fixedLoop));
    if (leastWork / leastLoop < budget) break;
  }
  return leastWork / leastLoop;
}
