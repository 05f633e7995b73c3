import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharpen } from '../../../../../src/worker/qr/decode/grid/sharpen';
import { drawSymbol } from '../drawSymbol';
import { seeded } from '../provingGround/random';

/** What a lens out of focus, or a moving one, makes of the modules, in uneven light. */
function seen(modules: Uint8Array, size: number, shares: readonly number[], noise: number): Float32Array {
  const random = seeded(1);
  const shade = (x: number, y: number) => (x >= 0 && y >= 0 && x < size && y < size && modules[y * size + x] ? 1 : -1);
  return Float32Array.from(modules, (_, i) => {
    const [x, y] = [i % size, Math.floor(i / size)];
    const mixed = shares.reduce((sum, share, k) => sum + share * shade(x - 1 + (k % 3), y - 1 + Math.floor(k / 3)), 0);
    return 120 + x - y / 2 - 60 * mixed + noise * (random.next() - 0.5);
  });
}

const SOFT = [0.06, 0.12, 0.06, 0.12, 0.28, 0.12, 0.06, 0.12, 0.06];
const MOVED = [0, 0, 0, 0.26, 0.42, 0.32, 0, 0, 0];

it.each([
  ['out of focus', SOFT, 4],
  ['moved', MOVED, 10],
])('gives back the modules of a symbol that is %s', (_, shares, noise) => {
  for (const version of [1, 3, 7]) {
    const { modules, size } = drawSymbol('sharpen', { version, scale: 1 });
    const values = seen(modules, size, shares, noise);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const share = (isDark: (i: number) => boolean) =>
      modules.filter((dark, i) => isDark(i) === (dark === 1)).length / modules.length;
    const shades = sharpen(values, size)!;
    expect(share((i) => values[i]! < mean)).toBeLessThan(0.93);
    expect(share((i) => shades[i]! > 0)).toBeGreaterThan(0.97);
  }
});

it('gives up on a symbol that is light on dark, and answers noise with shades between light and dark', () => {
  const { modules, size } = drawSymbol('sharpen', { version: 2, scale: 1 });
  expect(
    sharpen(
      Float32Array.from(modules, (dark) => (dark ? 200 : 50)),
      size,
    ),
  ).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 25 * 25, maxLength: 25 * 25 }), (noise) => {
      const shades = sharpen(Float32Array.from(noise), 25);
      expect(shades?.every((shade) => shade >= -1 && shade <= 1) ?? true).toBe(true);
    }),
    { seed: 1, numRuns: 30 },
  );
  expect(sharpen(new Float32Array(25 * 25).fill(90), 25)).toBeNull();
});
