/** Limits that hold when the caller names none. */

export const DEFAULT_MAX_PIXELS = 100_000_000;
export const DEFAULT_TIMEOUT_MS = 10_000;

/**
 * What a caller may name instead: a timer takes no more than 2^31 milliseconds, a thread no larger
 * picture.
 */
export const MAX_TIMEOUT_MS = 86_400_000;
export const MAX_PIXELS = 400_000_000;
export const MAX_CHANGED_SIDE = 4000;
