/** How long stores of records keep them. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { daysOfDuration } from '../../../../../src/worker/compliance/documents/logs/lokiDuration';
import { storeRetentions } from '../../../../../src/worker/compliance/documents/logs/storeRetention';
import { kindOf } from '../../../../../src/worker/compliance/kindOf';

const kept = (text: string) =>
  storeRetentions('file:///w/a', text).map(
    ({ written, days, raise }) => `${written} ${days} ${raise?.(184)?.[0]?.newText}`,
  );

it.each([
  ['744h', 31],
  ['4416h', 184],
  ['30d', 30],
  ['26w', 182],
  ['1y', 365],
  ['23h59m', 0],
  ['1d12h30m', 1],
  ['0', 0],
  ['', undefined],
  ['soon', undefined],
  ['7', undefined],
])('%j is %s days', (text, days) => expect(daysOfDuration(text)).toBe(days));

const loki = (more: string) => `schema_config: {}\n${more}`;
it.each([
  [
    loki('limits_config: {retention_period: "744h"}\ncompactor: {retention_enabled: true}'),
    ['retention_period: 744h 31 4416h'],
  ],
  [loki('limits_config: {retention_period: 0s}\ncompactor: {retention_enabled: true}'), []],
  [loki('limits_config: {retention_period: 744h}\ncompactor: {retention_enabled: false}'), []],
  [loki('limits_config: {retention_period: ${DAYS}}\ncompactor: {retention_enabled: true}'), []],
  ['limits_config: {retention_period: 744h}', []],
  [
    '{"policy": {"phases": {"hot": {"min_age": "0ms"}, "delete": {"min_age": "30d", "actions": {}}}}}',
    ['min_age: 30d 30 184d'],
  ],
  [
    'actions:\n  1:\n    action: delete_indices\n    filters:\n    - {unit: weeks, unit_count: 4}\n',
    ['unit_count: 4 (weeks) 28 27'],
  ],
  ['actions:\n  1:\n    action: close\n    filters:\n    - {unit: weeks, unit_count: 4}\n', []],
] as [string, string[]][])('%j', (text, expected) => expect(kept(text)).toEqual(expected));

it('is told by its keys', () => {
  expect(kindOf('file:///w/local-config.yaml', loki('limits_config: {}\n'))).toBe('logStore');
  expect(kindOf('file:///w/values.yaml', 'loki:\n  limits_config: {}\n')).toBeUndefined();
  expect(kindOf('file:///w/logs-ilm-policy.json')).toBe('logStore');
});

it('takes any text, and its places are its own', () => {
  const scrap = fc.constantFrom(
    'schema_config:',
    'limits_config:',
    '\n',
    '  ',
    'retention_period: ',
    '7d',
    'compactor:',
    'retention_enabled: true',
    '"',
    '{',
    '}',
    '"phases"',
    '"delete"',
    '"min_age"',
    ':',
    'action: delete_indices',
    'actions:',
    '- ',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 3 })), { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      for (const { place } of storeRetentions('file:///w/a', text))
        expect(place.start < place.end && place.end <= text.length).toBe(true);
    }),
    { numRuns: 200 },
  );
});
