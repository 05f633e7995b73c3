import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringAt } from '../../../src/extension/sources/stringAt';

test.each([
  ['const a = "hello", b = \'x\';', 12, 'hello'],
  ['const a = "hello", b = \'x\';', 10, 'hello'],
  ['const a = "hello", b = \'x\';', 24, 'x'],
  ['const a = "hello", b = \'x\';', 5, undefined],
  ['say `a "b" c` now', 8, 'a "b" c'],
  ['"a \\" b"', 3, 'a \\" b'],
  ["I don't know it's", 9, undefined],
  ['""', 1, ''],
])('%s at %i', (line, column, text) => {
  expect(stringAt(line, column)).toBe(text);
});

test('what it answers stands in the line', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('"', "'", '`', '\\', 'a', ' ') }), fc.nat(20), (line, column) => {
      expect(line).toContain(stringAt(line, column) ?? '');
    }),
  );
});
