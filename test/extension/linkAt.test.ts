import { expect, test } from 'vitest';
import { linkAt } from '../../src/extension/linkAt';

test.each([
  ['see https://example.com/a?b=1.', 10, 'https://example.com/a?b=1'],
  ['see https://example.com/a?b=1.', 4, 'https://example.com/a?b=1'],
  ['see https://example.com/a?b=1.', 3, undefined],
  ['(https://en.example.org/wiki/QR_(code))', 5, 'https://en.example.org/wiki/QR_(code)'],
  ['[docs](http://localhost:3000/x)', 12, 'http://localhost:3000/x'],
  ['<a href="https://a.example/">', 15, 'https://a.example/'],
  ['a https://one.example b https://two.example', 30, 'https://two.example'],
  ['mail mailto:a@b.example, now', 8, 'mailto:a@b.example'],
  ['**https://bold.example/**', 6, 'https://bold.example/'],
  ['no link here', 4, undefined],
])('%s at %i', (line, column, link) => {
  expect(linkAt(line, column)).toBe(link);
});

test('a very long line is no trouble', () => {
  const line = 'a+b.'.repeat(200_000);
  expect(linkAt(line, 5)).toBeUndefined();
});
