/** The line that something is the whole of. */
import { expect, it } from 'vitest';
import { wholeLine } from '../../../../../src/worker/compliance/documents/text/wholeLine';

it.each([
  ['a', { start: 0, end: 1 }],
  ['x\n \ta \r\ny', { start: 2, end: 6 }],
  ['b a', undefined],
  ['a # b', undefined],
  ['x\na', { start: 2, end: 3 }],
])('%j', (text, line) => {
  const start = text.indexOf('a');
  expect(wholeLine(text, { start, end: start + 1 })).toEqual(line);
});

it('is none of a place with two', () => {
  expect(wholeLine('a\nb', { start: 0, end: 3 })).toBeUndefined();
});

it('may hold what is said to stand there besides', () => {
  expect(wholeLine(' sudo\t a ;', { start: 7, end: 8 }, /^sudo ;$/)).toEqual({ start: 0, end: 10 });
});

it('is found behind many blanks in linear time', () => {
  const text = `${' '.repeat(1_000_000)}b a`;
  expect(wholeLine(text, { start: text.length - 1, end: text.length })).toBeUndefined();
});
