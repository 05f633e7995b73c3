/** A binary search answers as a search from behind does. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lastAtOrBefore } from '../../../src/worker/compliance/lastAtOrBefore';

it('finds the last number that is not greater', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.integer({ min: -10, max: 10 }), (numbers, value) => {
      const ascending = numbers.toSorted((a, b) => a - b);
      const expected = ascending.findLastIndex((n) => n <= value);
      expect(lastAtOrBefore(ascending, value)).toBe(Math.max(0, expected));
    }),
  );
});
