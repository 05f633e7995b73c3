import { expect, test } from 'vitest';
import { serverLink } from '../../../src/extension/sources/serverLink';

test.each([
  ['3000', 'http://localhost:3000/'],
  [' :8080/a?b=c ', 'http://localhost:8080/a?b=c'],
  ['https://dev.example:1/x', 'https://dev.example:1/x'],
  ['0', undefined],
  ['65536', undefined],
  ['3000 4000', undefined],
  ['javascript:alert(1)', undefined],
  ['', undefined],
])('%s', (typed, link) => {
  expect(serverLink(typed)).toBe(link);
});
