/** Ports that web applications listen on inside of their containers, by custom. */
import type { PortRange } from './container';

const ALONE = new Set([
  ...[80, 81, 443, 591, 1323, 1337, 2368, 3333, 4200, 4321, 4567, 5173, 5601, 5678, 7860, 8443, 8501, 8787],
  ...[8800, 8880, 8888, 8889, 9080, 9090, 9443, 10_000],
]);
const RANGES: readonly [number, number][] = [
  [3000, 3010],
  [4000, 4010],
  [5000, 5010],
  [7000, 7010],
  [8000, 8200],
];

/** False where a variable hides it. */
export const isHttpPort = (range: PortRange | undefined): boolean =>
  range !== undefined &&
  range.first === range.last &&
  (ALONE.has(range.first) || RANGES.some(([first, last]) => first <= range.first && range.first <= last));
