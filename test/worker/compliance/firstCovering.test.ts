/** Agrees with looking through all spans. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstCovering } from '../../../src/worker/compliance/firstCovering';

const span = fc
  .tuple(fc.nat({ max: 30 }), fc.nat({ max: 12 }))
  .map(([from, length]) => ({ from, to: from + length - 1 }));

it('finds the first span that holds a line', () => {
  fc.assert(
    fc.property(fc.array(span), (spans) => {
      const found = firstCovering(spans);
      for (let line = 0; line < 45; line++) expect(found(line)).toBe(spans.find((s) => s.from <= line && line <= s.to));
    }),
  );
});
