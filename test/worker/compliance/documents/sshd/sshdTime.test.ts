/** Times as sshd takes them, which `sshd -T` prints in seconds. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondsOf } from '../../../../../src/worker/compliance/documents/sshd/sshdTime';

describe('a time', () => {
  it.each([
    ['120', 120],
    ['2m', 120],
    ['2M', 120],
    ['1h30m', 5400],
    ['1h30', 3630],
    ['1d', 86_400],
    ['2w', 1_209_600],
    ['90s', 90],
    ['0', 0],
    ['00', 0],
    ['0m', 0],
  ])('%s', (text, seconds) => expect(secondsOf(text)).toBe(seconds));
});

it.each(['', 'm', '1.5h', '-1', 'none', '10y', '1h 30m', '{{', '2mm'])('%j is none', (text) =>
  expect(secondsOf(text)).toBe(undefined),
);

it('is the sum of its parts', () => {
  const part = fc.record({ count: fc.nat(10_000), unit: fc.constantFrom('s', 'm', 'h', 'd', 'w') });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const sum = parts.reduce((total, { count, unit }) => total + secondsOf(`${count}${unit}`)!, 0);
      expect(secondsOf(parts.map(({ count, unit }) => `${count}${unit}`).join(''))).toBe(sum);
    }),
  );
});

it('is read in the time of its length', () => {
  const text = '1'.repeat(200_000);
  for (const tail of ['', 'm', 'x', 'mx']) secondsOf(text + tail);
  secondsOf(`${'1m'.repeat(100_000)}x`);
});
