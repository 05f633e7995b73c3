import { expect, it } from 'vitest';
import { decodeThreads } from '../../../src/worker/hosts/decodeThreads';

it.each([
  [64, 2, 16e9, 2],
  [64, 32, 4e9, 3],
  [3, 32, 64e9, 3],
  [0, 8, 64e9, 1],
  [8, 8, 0.5e9, 1],
])('bounds %i wanted threads by %i cores and %i bytes: %i', (wanted, cores, memory, threads) => {
  expect(decodeThreads(wanted, { cores: () => cores, memory: () => memory })).toBe(threads);
});
