/** The lines of a text with their offsets. */
import { expect, it } from 'vitest';
import { linesIn } from '../../../../../src/worker/compliance/documents/text/lines';

it.each([
  ['', []],
  ['a', ['0 a']],
  ['a\n\r\nb\r\n', ['0 a', '2 ', '4 b']],
  ['\ufeffa\nb', ['1 a', '3 b']],
  ['a\rb', ['0 a\rb']],
])('%j', (text, expected) => {
  expect([...linesIn(text)].map((line) => `${line.at} ${line.text}`)).toEqual(expected);
});
