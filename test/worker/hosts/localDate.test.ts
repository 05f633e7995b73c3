import { expect, test } from 'vitest';
import { localDate } from '../../../src/worker/hosts/localDate';

test('the day of the local clock, as an ISO date', () => {
  expect(localDate(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
  expect(localDate(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
  const now = new Date();
  expect(localDate(now)).toBe(now.toLocaleDateString('sv-SE'));
});
