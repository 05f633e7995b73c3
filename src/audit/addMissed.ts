/** Counts operations that could not be written. */
import type { Dated } from './entry';
import type { Missed } from './logBlocks';

/**
 * Several processes count into one file, so what comes later may have happened before.
 * @param drafts at least one
 * @param code why, as the system says it
 */
export function addMissed(to: Missed | undefined, drafts: readonly Dated[], code: string): Missed {
  const own = drafts.map(({ at }) => new Date(at).toISOString());
  const times = [...(to ? [to.from, to.to] : []), ...own].sort();
  return { count: (to?.count ?? 0) + drafts.length, from: times[0]!, to: times.at(-1)!, code };
}
