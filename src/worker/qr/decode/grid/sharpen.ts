/**
 * Undoes what blur does to the modules of a grid. Each module is seen as a mixture of its own shade
 * and its neighbours': how much of each is measured where the standard fixes them all (finder
 * patterns with the quiet zone), then the shades are sought whose mixture is what was seen.
 */
import { fixedModules } from './fixedModules';

/** The shares of a module and its eight neighbours, row by row. */
const TAPS = 9;
/** Then a plane: luminance in the middle, and its slopes. */
const UNKNOWNS = TAPS + 3;
/** Keeps shares small that are hardly measured. */
const RIDGE = 0.02;
/** The search is fast at first; more rounds only fit the noise. */
const ROUNDS = 25;

/**
 * @param values luminance of each module, size * size
 * @returns how dark each module is, -1 (light) to 1 (dark), 0 undecided; null when dark modules do
 * not look darker
 */
export function sharpen(values: Float32Array, size: number): Float32Array | null {
  const fixed = fixedModules(size);
  const mixture = measure(values, size, fixed);
  if (!mixture) return null;
  const { shares, plane } = mixture;
  const stride = size + 2;
  /** With a rim of light modules around it. */
  const shades = new Float32Array(stride * stride).fill(-1);
  const free: number[] = [];
  const seen = new Float32Array(stride * stride);
  for (let i = 0; i < values.length; i++) {
    const [x, y] = [i % size, Math.floor(i / size)];
    const at = (y + 1) * stride + x + 1;
    seen[at] = values[i]! - plane(x, y);
    shades[at] = shadeOf(fixed[i]!);
    if (fixed[i]! < 0) free.push(at);
  }
  seek(shades, seen, Int32Array.from(free), shares, stride);
  return Float32Array.from(values, (_, i) => shades[(Math.floor(i / size) + 1) * stride + (i % size) + 1]!);
}

/** Of a fixed module 1 (dark) or -1 (light), 0 for a free one. */
const shadeOf = (fixed: number): number => (fixed < 0 ? 0 : fixed ? 1 : -1);

interface Mixture {
  shares: Float64Array;
  plane(x: number, y: number): number;
}

/** Least squares over the modules whose neighbours are all fixed. */
function measure(values: Float32Array, size: number, fixed: Int8Array): Mixture | null {
  /** Light outside. */
  const shade = (x: number, y: number) =>
    x >= 0 && y >= 0 && x < size && y < size ? shadeOf(fixed[y * size + x]!) : -1;
  const matrix = new Float64Array(UNKNOWNS * UNKNOWNS);
  const right = new Float64Array(UNKNOWNS);
  const row = new Float64Array(UNKNOWNS);
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const [x, y] = [i % size, Math.floor(i / size)];
    for (let k = 0; k < TAPS; k++) row[k] = shade(x - 1 + (k % 3), y - 1 + Math.floor(k / 3));
    if (row.subarray(0, TAPS).includes(0)) continue;
    row.set([1, x / size - 0.5, y / size - 0.5], TAPS);
    for (let r = 0; r < UNKNOWNS; r++) {
      right[r]! += row[r]! * values[i]!;
      for (let c = 0; c < UNKNOWNS; c++) matrix[r * UNKNOWNS + c]! += row[r]! * row[c]!;
    }
    count++;
  }
  for (let r = 0; r < UNKNOWNS; r++) matrix[r * (UNKNOWNS + 1)]! += RIDGE * count;
  const found = solve(matrix, right, UNKNOWNS);
  const shares = found.subarray(0, TAPS);
  const [middle, across, down] = found.subarray(TAPS) as unknown as [number, number, number];
  // A dark module must lower what is seen of it.
  if (!(shares[TAPS >> 1]! < 0)) return null;
  return { shares, plane: (x, y) => middle + across * (x / size - 0.5) + down * (y / size - 0.5) };
}

/**
 * Symmetric and, by the ridge, positive definite: Gauss without pivots. Both arguments are used up.
 */
function solve(matrix: Float64Array, right: Float64Array, n: number): Float64Array {
  for (let i = 0; i < n; i++) {
    for (let r = i + 1; r < n; r++) {
      const factor = matrix[r * n + i]! / matrix[i * n + i]!;
      for (let c = i; c < n; c++) matrix[r * n + c]! -= factor * matrix[i * n + c]!;
      right[r]! -= factor * right[i]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let c = i + 1; c < n; c++) right[i]! -= matrix[i * n + c]! * right[c]!;
    right[i]! /= matrix[i * n + i]!;
  }
  return right;
}

/**
 * The free shades, between -1 and 1, whose mixture is nearest to what is seen: gradient steps with
 * momentum (Beck and Teboulle, 2009).
 * @param shades,seen stride * stride with a rim; `shades` is changed
 */
function seek(shades: Float32Array, seen: Float32Array, free: Int32Array, shares: Float64Array, stride: number): void {
  const offsets = Array.from({ length: TAPS }, (_, k) => (Math.floor(k / 3) - 1) * stride + (k % 3) - 1);
  const step = 1 / shares.reduce((sum, share) => sum + Math.abs(share), 0) ** 2;
  const ahead = shades.slice();
  const wrong = new Float32Array(shades.length);
  const last = stride - 1;
  for (let round = 0, t = 1; round < ROUNDS; round++) {
    for (let y = 1; y < last; y++) {
      for (let at = y * stride + 1, end = y * stride + last; at < end; at++) {
        let mixed = 0;
        for (let k = 0; k < TAPS; k++) mixed += shares[k]! * ahead[at + offsets[k]!]!;
        wrong[at] = seen[at]! - mixed;
      }
    }
    const next = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
    const momentum = (t - 1) / next;
    t = next;
    for (const at of free) {
      let slope = 0;
      for (let k = 0; k < TAPS; k++) slope += shares[k]! * wrong[at - offsets[k]!]!;
      const shade = Math.max(-1, Math.min(1, ahead[at]! + step * slope));
      ahead[at] = shade + momentum * (shade - shades[at]!);
      shades[at] = shade;
    }
  }
}
