/** Durations as Loki, Elasticsearch and Prometheus write them: `4416h`, `184d`, `26w`, `1y`. */
const HOURS: Record<string, number> = { ms: 1 / 3_600_000, s: 1 / 3600, m: 1 / 60, h: 1, d: 24, w: 168, y: 8760 };
const PART = /(\d+(?:\.\d+)?)(ms|[smhdwy])/g;

/** Whole days; undefined for what is no duration. */
export function daysOfDuration(text: string): number | undefined {
  const written = text.trim();
  if (/^0+$/.test(written)) return 0;
  if (written.length > 40 || !/^(?:\d+(?:\.\d+)?(?:ms|[smhdwy]))+$/.test(written)) return undefined;
  let hours = 0;
  for (const [, number, unit] of written.matchAll(PART)) hours += Number(number) * HOURS[unit!]!;
  return Math.floor(hours / 24);
}

/** The same in the unit that was written, at least so long. */
export const durationOf = (days: number, written: string): string =>
  /^\d+h$/.test(written) ? `${days * 24}h` : `${days}d`;
