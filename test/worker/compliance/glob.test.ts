/** Path patterns, and that none of them is tried over and over. */
import { expect, it } from 'vitest';
import { matchesGlob } from '../../../src/worker/compliance/glob';

it.each([
  ['*.env', 'deploy/a.env', true],
  ['/*.env', 'deploy/a.env', false],
  ['deploy/*.env', 'deploy/a.env', true],
  ['deploy/*.env', 'deploy/b/a.env', false],
  ['**/a.env', 'a.env', true],
  ['**/a.env', 'x/y/a.env', true],
  ['**/a.env', 'x/ya.env', false],
  ['x/**', 'x/y/a.env', true],
  ['x/**', 'y/a.env', false],
  ['a?c', 'abc', true],
  ['d/a?c', 'd/a/c', false],
  ['{a,b*}.yaml', 'bcd.yaml', true],
  ['{a,b*}.yaml', 'c.yaml', false],
  ['{a,{b,c}}.yaml', 'c.yaml', true],
  ['a{b', 'a{b', true],
  ['{a,b', '{a,b', true],
  ['a+(b).[c]', 'a+(b).[c]', true],
  ['a.b', 'axb', false],
])('matches %s with %s: %s', (pattern, path, matches) => {
  expect(matchesGlob(pattern, path)).toBe(matches);
});

it('answers patterns that a backtracking matcher would not', () => {
  expect(matchesGlob(`${'**/'.repeat(40)}x`, `${'a/'.repeat(400)}y`)).toBe(false);
  expect(matchesGlob(`${'*a'.repeat(40)}*b`, 'a'.repeat(2000))).toBe(false);
  expect(matchesGlob('{a,b}'.repeat(40), `${'ab'.repeat(19)}a`)).toBe(false);
});

it('takes no pattern that is longer than any path', () => {
  expect([4096, 4097].map((length) => matchesGlob('*'.repeat(length), 'a'))).toEqual([true, false]);
});
