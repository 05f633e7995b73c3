import fc from 'fast-check';
import { expect, it } from 'vitest';
import { payloadKind } from '../../../../src/worker/qr/payloads';
import { suggest } from '../../../../src/worker/qr/payloads/suggest';

it.each([
  ['ada@example.com', 'email', { to: 'ada@example.com' }],
  [' +86 138-0013-8000\n', 'phone', { number: '+86138-0013-8000' }],
  ['13800138000', 'phone', { number: '13800138000' }],
  ['39.9087, 116.3975', 'geo', { latitude: '39.9087', longitude: '116.3975' }],
  ['www.example.travel/a?b=c', 'url', { url: 'https://www.example.travel/a?b=c' }],
  ['example.com', 'url', { url: 'https://example.com' }],
  ['DE89 3704 0044 0532 0130 00', 'epc', { iban: 'DE89370400440532013000' }],
])('%s is like %s', (text, kind, values) => {
  expect(suggest(text)).toEqual({ kind, values });
});

it.each([
  '',
  'hello',
  '20261124',
  '1.5, 2',
  '95.1234, 10.1234',
  'DE00 3704 0044 0532 0130 00',
  'main.ts',
  'a@b',
  'to be or not',
])('%j is like nothing', (text) => {
  expect(suggest(text)).toBeUndefined();
});

it('never throws, and names fields that the kind has', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+\d .,@a-z/-]{0,30}$/)), (text) => {
      const found = suggest(text);
      const fields = found ? payloadKind(found.kind).fields.map(({ name }) => name) : [];
      for (const name of Object.keys(found?.values ?? {})) expect(fields).toContain(name);
    }),
  );
});
