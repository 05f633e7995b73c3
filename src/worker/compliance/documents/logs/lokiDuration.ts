/** Durations as Loki, Elasticsearch and Prometheus write them: `4416h`, `184d`, `26w`, `1y`. */
import { spanReader } from '../timeSpan';

const hoursOf = spanReader([
  [/^ms$/, 1 / 3_600_000],
  [/^s$/, 1 / 3600],
  [/^m$/, 1 / 60],
  [/^h$/, 1],
  [/^d$/, 24],
  [/^w$/, 168],
  [/^y$/, 8760],
]);

/** Whole days; undefined for what is no duration. */
export function daysOfDuration(text: string): number | undefined {
  const written = text.trim();
  if (/^0+$/.test(written)) return 0;
  const hours = /\s/.test(written) ? undefined : hoursOf(written);
  return hours === undefined ? undefined : Math.floor(hours / 24);
}

/** The same in the unit that was written, at least so long. */
export const durationOf = (days: number, written: string): string =>
  /^\d+h$/.test(written) ? `${days * 24}h` : `${days}d`;
