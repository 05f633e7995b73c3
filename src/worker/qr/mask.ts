/** Data masks and the penalty that tells the best of them (ISO/IEC 18004:2024 §7.8). */

/** True where a mask turns the module over; row and column from 0 (§7.8.2, table 10). */
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

/** Turns over the modules of `path` that mask 0 to 7 selects; doing it twice undoes it. */
export function applyMask(modules: Uint8Array, size: number, path: Int32Array, mask: number): void {
  const condition = conditions[mask]!;
  for (const at of path) if (condition(Math.floor(at / size), at % size)) modules[at]! ^= 1;
}

/** Penalty points of a finished symbol, the fewer the better (§7.8.3, table 11). */
export function penalty(modules: Uint8Array, size: number): number {
  let points = 0;
  let dark = 0;
  for (let i = 0; i < size; i++) {
    points += linePenalty(modules, i * size, 1, size) + linePenalty(modules, i, size, size);
    for (let j = 0; j < size; j++) {
      const at = i * size + j;
      const value = modules[at]!;
      dark += value;
      // A 2 x 2 block of one colour costs 3.
      if (i > 0 && j > 0 && value === modules[at - 1] && value === modules[at - size] && value === modules[at - size - 1]) points += 3;
    }
  }
  // Each full 5 % that the share of dark modules is away from half costs 10.
  return points + 10 * Math.floor((Math.abs(dark * 2 - size * size) * 10) / (size * size));
}

/** One row or column: 3 + (n - 5) for a run of n >= 5 of one colour; 40 for 1:1:3:1:1 with four light modules before or after it. */
function linePenalty(modules: Uint8Array, start: number, step: number, size: number): number {
  let points = 0;
  let run = 0;
  let last = 2;
  let window = 0;
  for (let i = 0, at = start; i < size; i++, at += step) {
    const value = modules[at]!;
    run = value === last ? run + 1 : 1;
    last = value;
    if (run === 5) points += 3;
    else if (run > 5) points++;
    window = ((window << 1) | value) & 0x7ff;
    if (i >= 10 && (window === 0x5d0 || window === 0x05d)) points += 40;
  }
  return points;
}
