/** The eight data masks (ISO/IEC 18004:2024 §7.8.2). */

/** True where a mask turns the module over; row and column from 0 (table 10). */
const conditions: ((row: number, column: number) => boolean)[] = [
  (r, c) => (r + c) % 2 === 0,
  (r) => r % 2 === 0,
  (_, c) => c % 3 === 0,
  (r, c) => (r + c) % 3 === 0,
  (r, c) => (Math.floor(r / 2) + Math.floor(c / 3)) % 2 === 0,
  (r, c) => ((r * c) % 2) + ((r * c) % 3) === 0,
  (r, c) => (((r * c) % 2) + ((r * c) % 3)) % 2 === 0,
  (r, c) => (((r + c) % 2) + ((r * c) % 3)) % 2 === 0,
];

/**
 * Turns over the modules (one byte each) of `path` that the mask selects; doing it twice undoes it.
 */
export function applyMask(modules: Uint8Array, size: number, path: Int32Array, mask: number): void {
  const condition = conditions[mask]!;
  for (const at of path) if (condition(Math.floor(at / size), at % size)) modules[at]! ^= 1;
}
