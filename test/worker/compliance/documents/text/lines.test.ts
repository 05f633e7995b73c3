/** The lines of a text with their offsets. */
import { expect, it } from 'vitest';
import { linesIn, linesOf } from '../../../../../src/worker/compliance/documents/text/lines';

it.each([
  ['', []],
  ['a', ['0 a']],
  ['a\n\r\nb\r\n', ['0 a', '2 ', '4 b']],
  ['\ufeffa\nb', ['1 a', '3 b']],
  ['a\rb', ['0 a\rb']],
])('%j', (text, expected) => {
  expect([...linesIn(text)].map((line) => `${line.at} ${line.text}`)).toEqual(expected);
});

it.each([
  ['', [0]],
  ['\n', [0, 1]],
  ['a\n\nb\n', [0, 2, 3, 5]],
  ['a\r\nb\rc\nd\r', [0, 3, 5, 7, 9]],
  ['a\u2028b\n', [0, 4]],
])('%j begins its lines there', (text, starts) => {
  expect(linesOf(text).starts).toEqual(starts);
});
