/**
 * Reads resource limits (fact T17): bytes, cpus, processes; `Infinity` is written-but-unlimited,
 * undefined is not known.
 */
import type { Limit } from './container';
import { UNKNOWN } from './value';

const UNITS: Record<string, number> = { '': 1, b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/**
 * `512m`, `1.5GiB`, `0`, `-1`. A bare variable counts as a limit, so its amount is merely unknown.
 */
export function parseMemory(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return Number.POSITIVE_INFINITY;
  const match = /^(-?\d+(?:\.\d+)?)\s*([bkmgt]?)(?:i?b)?$/i.exec(trimmed);
  if (!match) return undefined;
  const bytes = Number(match[1]) * UNITS[match[2]!.toLowerCase()]!;
  return bytes > 0 ? bytes : Number.POSITIVE_INFINITY;
}

/** `0.5`, `2`, a pids count, `-1`, `0`. */
export function parseCount(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed.includes(UNKNOWN)) return undefined;
  if (trimmed === '') return Number.POSITIVE_INFINITY;
  const count = Number(trimmed);
  if (Number.isNaN(count)) return undefined;
  return count > 0 ? count : Number.POSITIVE_INFINITY;
}

/**
 * The limit that is written but means none; false when some limit holds or may hold; undefined when
 * nothing is written.
 */
export function unlimited(limits: readonly Limit[]): Limit | false | undefined {
  if (limits.length === 0) return undefined;
  return limits.every((l) => l.amount.known === Number.POSITIVE_INFINITY) ? limits[0]! : false;
}
