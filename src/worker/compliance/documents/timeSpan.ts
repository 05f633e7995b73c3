/** Spans of time as systemd writes them (systemd.time(7), PARSING TIME SPANS). */

const SECONDS: readonly [RegExp, number][] = [
  [/^(?:usec|us|µs|μs)$/, 1e-6],
  [/^(?:msec|ms)$/, 1e-3],
  [/^(?:seconds?|sec|s)?$/, 1],
  [/^(?:minutes?|min|m)$/, 60],
  [/^(?:hours?|hr|h)$/, 3600],
  [/^(?:days?|d)$/, 86_400],
  [/^(?:weeks?|w)$/, 604_800],
  [/^(?:months?|M)$/, 2_629_800],
  [/^(?:years?|y)$/, 31_557_600],
];

const PART = /(\d+(?:\.\d+)?)[ \t]*([a-zA-Zµμ]*)[ \t]*/y;

/**
 * Reads numbers with units behind each other, blanks between them or not.
 * @param units the pattern of a unit's whole name and what one is
 * @returns the sum; undefined for what is no span
 */
export const spanReader =
  (units: readonly (readonly [RegExp, number])[]) =>
  (text: string): number | undefined => {
    const written = text.trim();
    if (written === '') return undefined;
    let sum = 0;
    for (PART.lastIndex = 0; PART.lastIndex < written.length; ) {
      const [, number, unit] = PART.exec(written) ?? [];
      const factor = unit === undefined ? undefined : units.find(([pattern]) => pattern.test(unit))?.[1];
      if (factor === undefined) return undefined;
      sum += Number(number) * factor;
    }
    return sum;
  };

/** Seconds of `7d`, `2weeks 3days`, `1month`, `90`; undefined for what is no span. */
export const secondsOfSpan = spanReader(SECONDS);
