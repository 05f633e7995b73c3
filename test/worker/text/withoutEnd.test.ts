import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutEnd } from '../../../src/worker/text/withoutEnd';

test('what stands at the end goes, and nothing else', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('/', '*', 'a', '\n') }), (text) => {
      expect(withoutEnd(text, '/*')).toBe(text.replace(/(?<![/*])[/*]+$/, ''));
    }),
  );
});

test.each([
  ['', ''],
  ['///', ''],
  ['/srv//', '/srv'],
  ['/srv//a', '/srv//a'],
])('%j becomes %j', (text, left) => {
  expect(withoutEnd(text, '/')).toBe(left);
});
