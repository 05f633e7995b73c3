import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Corners } from '../../../../../src/worker/protocol/picture';
import { finderAgreement } from '../../../../../src/worker/qr/decode/grid/finderAgreement';
import { drawSymbol } from '../drawSymbol';

const corners = (left: number, top: number, side: number): Corners => [
  [left, top],
  [left + side, top],
  [left + side, top + side],
  [left, top + side],
];

it('is whole where the finders are, and low where they are not', () => {
  for (const version of [1, 2, 7, 40]) {
    const drawn = drawSymbol('1', { version, scale: 3 });
    const side = 3 * drawn.size;
    expect(finderAgreement(drawn, corners(12, 12, side), drawn.size)).toBe(1);
    expect(finderAgreement(drawn, corners(12 + 9, 12, side), drawn.size)).toBeLessThan(0.72);
    expect(finderAgreement(drawn, corners(-side, 12, side), drawn.size)).toBeLessThan(0.72);
  }
});

it('is low on noise', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 42 * 42, maxLength: 42 * 42 }), (noise) => {
      const data = noise.map((value) => (value & 1 ? 255 : 0));
      expect(finderAgreement({ data, width: 42, height: 42 }, corners(0, 0, 42), 21)).toBeLessThan(0.72);
    }),
    { seed: 1, numRuns: 50 },
  );
});
