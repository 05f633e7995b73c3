/** Each path is named from the current folder by itself: none swallows the one before it. */
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { targetText } from '../../src/cli/targetText';

it.each([
  ['one above the current folder', ['x', '../../beside-it'], 'x ../../beside-it'],
  ['one that goes up as far as the others go down', ['x/y', '../..', 'z'], 'x/y ../.. z'],
  ['the current folder', ['.', 'x'], '. x'],
  ['an absolute path', ['x', join(resolve(''), 'y'), '../beside-it'], 'x y ../beside-it'],
  ['standard input', ['-', '../beside-it'], '- ../beside-it'],
])('keeps all of several paths: %s', (_, paths, named) => {
  expect(targetText(paths)).toBe(named);
});
