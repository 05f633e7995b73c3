import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gray } from '../../../../src/worker/qr/decode/gray';
import { boxBlur, darkness, localThreshold } from '../../../../src/worker/qr/decode/localMean';

const pictures: fc.Arbitrary<Gray> = fc
  .record({
    width: fc.integer({ min: 1, max: 70 }),
    height: fc.integer({ min: 1, max: 40 }),
    seed: fc.integer({ min: 1, max: 1e6 }),
  })
  .map(({ width, height, seed }) => {
    let state = seed;
    const next = () => (state = (state * 16807) % 2147483647) % 256;
    return { data: Uint8Array.from({ length: width * height }, next), width, height };
  });

/** The mean of the window, pixel by pixel. */
function meanAt({ data, width, height }: Gray, radius: number, at: number): number {
  const [x, y] = [at % width, Math.floor(at / width)];
  let sum = 0;
  let count = 0;
  for (let j = Math.max(0, y - radius); j <= Math.min(height - 1, y + radius); j++)
    for (let i = Math.max(0, x - radius); i <= Math.min(width - 1, x + radius); i++, count++)
      sum += data[j * width + i]!;
  return sum / count;
}

const radii = fc.constantFrom(1, 2, 8, 20, 50, 128);

describe('means over windows', () => {
  it('tell how much darker a pixel is', () => {
    fc.assert(
      fc.property(pictures, radii, (gray, radius) => {
        const dark = darkness(gray, radius);
        for (let at = 0; at < dark.length; at++)
          expect(Math.abs(dark[at]! - (meanAt(gray, radius, at) - gray.data[at]!))).toBeLessThanOrEqual(1.001);
      }),
      { numRuns: 30, seed: 1 },
    );
  });

  it('part black from white', () => {
    fc.assert(
      fc.property(pictures, radii, fc.integer({ min: 0, max: 8 }), (gray, radius, offset) => {
        const { data } = localThreshold(gray, radius, offset);
        for (let at = 0; at < data.length; at++) {
          const above = gray.data[at]! - (meanAt(gray, radius, at) - offset);
          // At equality either is right.
          if (Math.abs(above) > 1e-3) expect(data[at]).toBe(above > 0 ? 255 : 0);
        }
      }),
      { numRuns: 30, seed: 2 },
    );
  });

  it('blur', () => {
    fc.assert(
      fc.property(pictures, radii, (gray, radius) => {
        const { data } = boxBlur(gray, radius);
        for (let at = 0; at < data.length; at++)
          expect(Math.abs(data[at]! - meanAt(gray, radius, at))).toBeLessThanOrEqual(0.501);
      }),
      { numRuns: 30, seed: 3 },
    );
  });

  it('hold the largest window of the lightest picture', () => {
    const gray = { data: new Uint8Array(300 * 300).fill(255), width: 300, height: 300 };
    expect(new Set(darkness(gray, 128))).toEqual(new Set([0]));
    expect(new Set(darkness(gray, 500))).toEqual(new Set([0]));
  });
});
