/** Spans of time as systemd writes them. */
import { expect, it } from 'vitest';
import { secondsOfSpan } from '../../../../src/worker/compliance/documents/timeSpan';

it.each([
  ['7d', 604_800],
  ['2weeks 3days', 1_468_800],
  ['1month', 2_629_800],
  ['1M 1m', 2_629_860],
  ['90', 90],
  ['1.5h', 5400],
  ['1y6months', 47_336_400],
  ['', undefined],
  ['soon', undefined],
  ['7 parsecs', undefined],
  ['d7', undefined],
])('%j is %s seconds', (text, seconds) => expect(secondsOfSpan(text)).toBe(seconds));
