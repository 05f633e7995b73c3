/** Counts operations that could not be written. */
import type { Dated } from './entry';
import type { Missed } from './logBlocks';

/** @param drafts at least one, in the order of their time; @param code why, as the system says it */
export function addMissed(to: Missed | undefined, drafts: readonly Dated[], code: string): Missed {
  const times = drafts.map(({ at }) => new Date(at).toISOString());
  return { count: (to?.count ?? 0) + drafts.length, from: to?.from ?? times[0]!, to: times.at(-1)!, code };
}
