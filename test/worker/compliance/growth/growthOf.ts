/** How much more a larger text costs than a smaller one, whatever else a machine does meanwhile. */

/** Processor time in milliseconds, the least of so many. */
const costOf = (work: () => void, samples: number): number =>
  Math.min(
    ...Array.from({ length: samples }, () => {
      const start = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
  );

/** Less is not measured well. */
const LEAST_MS = 25;

/** A fourfold text that a square is worked over takes sixteen times as long. */
export const MAX_GROWTH = 9;

/** Measured again, with more samples, while it looks like more than `MAX_GROWTH`. */
export function growthOf(small: () => void, large: () => void): number {
  let growth = Number.POSITIVE_INFINITY;
  for (const samples of [2, 5, 5, 5])
    if (growth >= MAX_GROWTH) growth = costOf(large, samples) / Math.max(costOf(small, samples), LEAST_MS);
  return growth;
}
