/** How much more a larger text costs than a smaller one, whatever else a machine does meanwhile. */

/** Processor time in milliseconds. */
export function costOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Less is not measured well. */
const LEAST_MS = 25;

/** A fourfold text that a square is worked over takes sixteen times as long. */
export const MAX_GROWTH = 9;

const FEWEST = 2;
const MOST = 17;

/**
 * The least that each cost, measured again while it looks like more than `MAX_GROWTH`; once where the
 * larger one cost so little that the smaller one does not matter.
 */
export function growthOf(small: () => void, large: () => void): number {
  let [leastSmall, leastLarge] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let growth = Number.POSITIVE_INFINITY;
  for (let count = 1; count <= FEWEST || (count <= MOST && growth >= MAX_GROWTH); count++) {
    leastLarge = Math.min(leastLarge, costOf(large));
    if (leastLarge / LEAST_MS < MAX_GROWTH) return leastLarge / LEAST_MS;
    leastSmall = Math.min(leastSmall, costOf(small));
    growth = leastLarge / Math.max(leastSmall, LEAST_MS);
  }
  return growth;
}
