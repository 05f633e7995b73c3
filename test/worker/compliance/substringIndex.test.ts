/** Answers as `indexOf` does. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { substringIndex } from '../../../src/worker/compliance/substringIndex';

const few = fc.string({ unit: fc.constantFrom('a', 'b', '中', '\n'), maxLength: 60 });

it('finds what stands in the text, and where first', () => {
  fc.assert(
    fc.property(few, fc.nat(60), fc.nat(60), fc.nat(60), (text, a, b, from) => {
      const part = text.slice(Math.min(a, b), Math.max(a, b));
      const find = substringIndex(text);
      expect(find(part)).toBe(text.indexOf(part));
      expect(find(part, from)).toBe(text.indexOf(part, from));
    }),
  );
});

it('does not find what is not there', () => {
  fc.assert(
    fc.property(few, few, (text, part) => {
      expect(substringIndex(text)(part)).toBe(text.indexOf(part));
    }),
  );
});
