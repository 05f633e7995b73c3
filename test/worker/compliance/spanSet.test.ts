/** Agrees with comparing every span with every other. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spanSet } from '../../../src/worker/compliance/spanSet';

const span = fc
  .tuple(fc.nat({ max: 60 }), fc.nat({ max: 9 }))
  .map(([start, length]) => ({ start, end: start + length }));

it('knows what touches a taken span', () => {
  fc.assert(
    fc.property(fc.array(span), fc.array(span), (taken, asked) => {
      const set = spanSet();
      taken.forEach(set.add);
      for (const s of asked) expect(set.touches(s)).toBe(taken.some((t) => s.start <= t.end && t.start <= s.end));
    }),
  );
});
