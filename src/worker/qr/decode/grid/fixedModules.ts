/**
 * The modules whose value the standard fixes whatever the content: finders with separators, timing,
 * alignment (ISO/IEC 18004:2024 §6.3).
 */
import { alignmentCentres } from '../../standard';

const known = new Map<number, Int8Array>();

/** size * size values: 1 dark, 0 light, -1 free (data, format and version information). */
export function fixedModules(size: number): Int8Array {
  let fixed = known.get(size);
  if (!fixed) known.set(size, (fixed = draw(size)));
  return fixed;
}

/**
 * How far sampled modules look like a symbol's: text and texture that an engine takes for one stay
 * near a half.
 * @param modules size * size, 1 dark
 * @returns share of the fixed modules that are as they must be, 0 to 1; the same for a mirrored
 * symbol
 */
export function fixedAgreement(modules: ArrayLike<number>, size: number): number {
  let right = 0;
  let all = 0;
  fixedModules(size).forEach((value, i) => {
    if (value < 0) return;
    all++;
    if (modules[i] === value) right++;
  });
  return right / all;
}

function draw(size: number): Int8Array {
  const fixed = new Int8Array(size * size).fill(-1);
  const set = (x: number, y: number, value: number) => {
    if (x >= 0 && y >= 0 && x < size && y < size) fixed[y * size + x] = value;
  };
  const rings = (cx: number, cy: number, radius: number, light: number[]) => {
    for (let dy = -radius; dy <= radius; dy++) {
      for (let dx = -radius; dx <= radius; dx++)
        set(cx + dx, cy + dy, light.includes(Math.max(Math.abs(dx), Math.abs(dy))) ? 0 : 1);
    }
  };
  for (let i = 8; i < size - 8; i++) {
    set(i, 6, (i + 1) & 1);
    set(6, i, (i + 1) & 1);
  }
  for (const [row, column] of alignmentCentres((size - 17) / 4)) rings(column, row, 2, [1]);
  for (const [x, y] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    rings(x, y, 4, [2, 4]);
  return fixed;
}
