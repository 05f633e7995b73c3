/** Limits that hold when the caller names none. */

export const DEFAULT_MAX_PIXELS = 100_000_000;
export const DEFAULT_TIMEOUT_MS = 10_000;
