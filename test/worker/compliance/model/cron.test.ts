/** How often cron expressions fire. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestGapDays } from '../../../../src/worker/compliance/model/cron';

describe('longestGapDays', () => {
  it.each([
    ['0 3 * * 1', 7],
    ['*/5 * * * *', 1],
    ['0 0 1 */3 *', 92],
    ['0 0 1 */4 *', 123],
    ['0 0 1 * *', 31],
    ['0 0 1,15 * *', 17],
    ['0 0 * * MON-FRI', 3],
    ['0 0 * * 7', 7],
    ['0 0 13 * 5', 7],
    ['0 0 1 jan *', 366],
    ['0 0 29 2 *', 1461],
    ['@weekly', 7],
    ['0 0 30 2 *', Number.POSITIVE_INFINITY],
  ])('%s', (expression, days) => expect(longestGapDays(expression)).toBe(days));

  it.each(['', '0 0 * *', '61 0 * * *', '0 0 L * *', '@reboot', '0 0 5-1 * *', '*/0 * * * *', '0 0 * * * *'])(
    '%s is not read',
    (expression) => expect(longestGapDays(expression)).toBeUndefined(),
  );

  it('never throws, and gives whole days', () => {
    const field = fc.stringMatching(/^[0-9*,/a-z@-]{1,6}$/);
    fc.assert(
      fc.property(fc.array(field, { minLength: 5, maxLength: 5 }), (fields) => {
        const days = longestGapDays(fields.join(' '));
        expect(days === undefined || days >= 1).toBe(true);
      }),
      { numRuns: 60, seed: 3 },
    );
  });
});
