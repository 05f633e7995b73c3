import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixedAgreement } from '../../../../../src/worker/qr/decode/grid/fixedModules';
import { drawSymbol } from '../drawSymbol';

it('agrees with every version, also mirrored', () => {
  for (let version = 1; version <= 40; version++) {
    const { modules, size } = drawSymbol('1', { version, scale: 1 });
    const mirrored = modules.map((_, i) => modules[(i % size) * size + Math.floor(i / size)]!);
    expect(fixedAgreement(modules, size)).toBe(1);
    expect(fixedAgreement(mirrored, size)).toBe(1);
  }
});

it('finds about a half in noise', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 25 * 25, maxLength: 25 * 25 }), (noise) => {
      const agreement = fixedAgreement(
        noise.map((value) => value & 1),
        25,
      );
      expect(Math.abs(agreement - 0.5)).toBeLessThan(0.16);
    }),
    { seed: 1, numRuns: 100 },
  );
});
