import { expect, it } from 'vitest';
import { listedCount } from '../../../src/extension/features/listedCount';

it('counts what the Problems panel lists: errors, warnings and notes, but no hints', () => {
  expect(listedCount([0, 1, 2, 3, 3].map((severity) => ({ severity })))).toBe(3);
});
