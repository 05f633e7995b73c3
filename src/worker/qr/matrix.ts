/**
 * The symbol's square: function patterns, the path that data takes through the rest, format and
 * version information (ISO/IEC 18004:2024 §6.3, §7.7.3, §7.9, §7.10).
 */
import { alignmentCentres, versionBits } from './standard';

export interface Template {
  size: number;
  /** Function patterns drawn, everything else still light; one byte a module. */
  patterns: Uint8Array;
  /** Indexes of the modules that carry data, in the order of placement. */
  path: Int32Array;
}

export const sizeOf = (version: number): number => 17 + 4 * version;

const templates = new Map<number, Template>();

/** What all symbols of a version share; made once. */
export function template(version: number): Template {
  let found = templates.get(version);
  if (!found) templates.set(version, (found = draw(version)));
  return found;
}

function draw(version: number): Template {
  const size = sizeOf(version);
  const dark = new Uint8Array(size * size);
  const reserved = new Uint8Array(size * size);
  const set = (row: number, column: number, isDark: boolean) => {
    if (row < 0 || column < 0 || row >= size || column >= size) return;
    dark[row * size + column] = isDark ? 1 : 0;
    reserved[row * size + column] = 1;
  };
  const rings = (row: number, column: number, radius: number, lightRing: number) => {
    for (let r = -radius; r <= radius; r++)
      for (let c = -radius; c <= radius; c++) {
        const ring = Math.max(Math.abs(r), Math.abs(c));
        set(row + r, column + c, ring !== lightRing && ring !== 4);
      }
  };
  for (let i = 0; i < size; i++) {
    set(6, i, i % 2 === 0);
    set(i, 6, i % 2 === 0);
  }
  // A finder with its separator: rings 0 and 1 dark, 2 light, 3 dark, 4 light.
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    rings(row, column, 4, 2);
  for (const [row, column] of alignmentCentres(version)) rings(row, column, 2, 1);
  for (const [row, column] of formatPlaces(size).flat()) set(row, column, false);
  set(size - 8, 8, true);
  if (version >= 7) {
    const bits = versionBits(version);
    for (let i = 0; i < 18; i++) {
      const isDark = ((bits >> i) & 1) === 1;
      set(Math.floor(i / 3), size - 11 + (i % 3), isDark);
      set(size - 11 + (i % 3), Math.floor(i / 3), isDark);
    }
  }
  return { size, patterns: dark, path: dataPath(size, reserved) };
}

/** Two places of each of the 15 format bits, least significant first (§7.9.1, figure 25). */
export function formatPlaces(size: number): [number, number][][] {
  return Array.from({ length: 15 }, (_, i) => [
    [i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, 8],
    [8, i < 8 ? size - 1 - i : i < 9 ? 7 : 14 - i],
  ]);
}

/**
 * Column pairs from the right, up and down in turn, leaving out column 6 and everything reserved.
 */
function dataPath(size: number, reserved: Uint8Array): Int32Array {
  const path: number[] = [];
  let upward = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--;
    for (let step = 0; step < size; step++) {
      const row = upward ? size - 1 - step : step;
      for (const at of [row * size + right, row * size + right - 1]) if (!reserved[at]) path.push(at);
    }
    upward = !upward;
  }
  return Int32Array.from(path);
}

/**
 * The symbol without mask and format information: the codewords' bits along the path; what is left
 * at the end stays light.
 */
export function placeCodewords({ patterns, path }: Template, codewords: Uint8Array): Uint8Array {
  const modules = patterns.slice();
  for (let i = 0, at = 0; i < codewords.length; i++) {
    const codeword = codewords[i]!;
    for (let bit = 7; bit >= 0; bit--) modules[path[at++]!] = (codeword >>> bit) & 1;
  }
  return modules;
}
