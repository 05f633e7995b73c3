import { expect, it } from 'vitest';
import { addMissed } from '../../src/audit/addMissed';

const at = (second: number) => Date.parse('2026-11-30T13:55:00Z') + second * 1000;
const dated = (second: number) =>
  ({ at: at(second), offsetMinutes: 0, op: 'check', target: '.', result: 'ok', ms: 0 }) as const;
const told = (second: number) => new Date(at(second)).toISOString();

it('counts from the first to the last, whichever process tells of them first', () => {
  const late = addMissed(undefined, [dated(7), dated(9)], 'ENOSPC');
  expect(late).toEqual({ count: 2, from: told(7), to: told(9), code: 'ENOSPC' });
  expect(addMissed(late, [dated(3), dated(5)], 'ENOSPC')).toEqual({
    count: 4,
    from: told(3),
    to: told(9),
    code: 'ENOSPC',
  });
});
