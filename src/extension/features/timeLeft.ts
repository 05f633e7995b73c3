/** How long a long reading will still take. */

/** Before that an estimate jumps. */
const FIRST_MS = 2000;

/**
 * Seconds, rounded to what a person wants to know; undefined while nothing can be said.
 * @param read of the pictures so far, those that took time
 * @param left of all that are still to come
 */
export function timeLeft(read: number, left: number, elapsedMs: number): number | undefined {
  if (read === 0 || elapsedMs < FIRST_MS) return undefined;
  const seconds = ((elapsedMs / read) * left) / 1000;
  const step = seconds < 20 ? 1 : seconds < 120 ? 5 : 60;
  return Math.max(left > 0 ? 1 : 0, Math.round(seconds / step) * step);
}
