import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PayloadValues } from '../../../../src/worker/protocol/payload';
import { payloadKind, payloadKinds, recognise } from '../../../../src/worker/qr/payloads/index';
import { checked } from '../../../../src/worker/qr/payloads/kind';

const hostile = fc.string({
  unit: fc.constantFrom(
    ...'\\;:,"\'()?&=#%+@ \n\r\t<>{}/',
    '\r\n',
    '\u0000',
    '\u001b',
    '\u2028',
    '\ufeff',
    '中',
    'é',
    '𝄞',
    'a',
    'N',
    'n',
    '0',
    'F',
  ),
  maxLength: 12,
});
const optional = <T>(value: Arbitrary<T>) => fc.option(value, { nil: undefined });
const digits = fc.string({ unit: fc.constantFrom(...'0123456789*#'), minLength: 1, maxLength: 12 });
const number = fc.tuple(fc.constantFrom('', '+'), digits).map(([plus, rest]) => plus + rest);
const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-30'), noInvalidDate: true })
  .map((each) => each.toISOString().slice(0, 10));
const moment = fc
  .tuple(date, fc.constantFrom('T00:00', 'T23:59', 'T09:30:15', 'T09:30Z', 'T09:30:00'))
  .map((parts) => parts.join(''));
const flag = fc.constantFrom('', 'true');
const contact: Record<string, Arbitrary<string | undefined>> = {
  ...Object.fromEntries(
    [
      'firstName',
      'lastName',
      'organization',
      'title',
      'email',
      'street',
      'city',
      'region',
      'postalCode',
      'country',
      'note',
    ].map((name) => [name, hostile]),
  ),
  mobile: optional(number),
  birthday: optional(date),
  url: optional(fc.constantFrom('https://a.example/?a=1,2;3:4', 'ftp://b/%20')),
};
const degrees = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true }).map((value) => value.toFixed(5));

const values: Record<string, Arbitrary<Record<string, string | undefined>>> = {
  text: fc.record({ text: fc.oneof(hostile, fc.constant('\ufeff WIFI')).filter((value) => value !== '') }),
  url: fc.webUrl({ withFragments: true, withQueryParameters: true }).map((url) => ({ url })),
  wifi: fc
    .record({
      ssid: fc.oneof(hostile, fc.constantFrom('CAFE', '"CAFE"', '12345678', 'ABC', '"', '\\"')),
      security: fc.constantFrom('WPA', 'SAE', 'WEP', 'WPA2-EAP'),
      password: hostile.map((text) => `12345678${text}`),
      hidden: flag,
      transitionDisabled: flag,
      identity: hostile,
      anonymousIdentity: hostile,
      phase2: hostile,
      eapMethod: hostile,
    })
    .filter(({ ssid, password }) => ssid !== '' && Buffer.byteLength(ssid) <= 32 && Buffer.byteLength(password) <= 63),
  vcard: fc
    .record({
      ...contact,
      workPhone: optional(number),
      homePhone: optional(number),
      version: fc.constantFrom('3.0', '4.0'),
    })
    .map((each: Record<string, string | undefined>) => ({ ...each, lastName: `${each.lastName ?? ''}x` })),
  mecard: fc
    .record(contact)
    .map((each: Record<string, string | undefined>) => ({ ...each, lastName: `${each.lastName ?? ''}x` })),
  email: fc.record({
    to: hostile.map((text) => `${text}a`),
    cc: hostile,
    bcc: hostile,
    subject: hostile,
    body: hostile,
  }),
  sms: fc.record({ number, message: hostile }),
  phone: fc.record({ number }),
  geo: fc.record({ latitude: degrees(90), longitude: degrees(180), label: hostile }),
  event: fc
    .record({
      summary: hostile.map((text) => `${text}x`),
      times: fc.oneof(fc.tuple(date, optional(date)), fc.tuple(moment, optional(moment))),
      location: hostile,
      description: hostile,
    })
    .map(({ times, ...rest }) => {
      const [start, end] = times.filter((time) => time !== undefined).sort();
      return { ...rest, start, end };
    }),
  otpauth: fc.record({
    type: fc.constantFrom('totp', 'hotp'),
    issuer: hostile.map((text) => text.replaceAll(':', '')),
    account: hostile.map((text) => `${text.replaceAll(':', '')}a`),
    secret: fc.constantFrom('JBSWY3DPEHPK3PXP', 'jbsw y3dp-ehpk 3pxp', 'MFRGG==='),
    algorithm: fc.constantFrom('', 'SHA1', 'SHA256', 'SHA512'),
    digits: fc.constantFrom('', '6', '8'),
    period: fc.constantFrom('', '30', '60'),
    counter: fc.constantFrom('', '0', '7'),
  }),
  epc: fc
    .record({
      name: hostile.map((text) => `${text.replace(/[\r\n]/g, '')}x`),
      iban: fc.constantFrom('DE89370400440532013000', 'de89 3704 0044 0532 0130 00', 'NL91ABNA0417164300'),
      bic: fc.constantFrom('', 'COBADEFFXXX', 'COBADEFF'),
      amount: fc.constantFrom('', '12.34', '0.01', '999999999.99', '5'),
      purpose: fc.constantFrom('', 'CHAR'),
      text: hostile.map((text) => text.replace(/[\r\n]/g, '')),
      information: hostile.map((text) => text.replace(/[\r\n]/g, '')),
    })
    .map((each) => (each.text ? each : { ...each, reference: 'RF18539007547034' })),
};

describe.each(payloadKinds.map((kind) => kind.kind))('%s', (id) => {
  const kind = payloadKind(id);

  it('parses what it builds, hostile characters included', () => {
    fc.assert(
      fc.property(values[id]!, (given) => {
        const clean = checked(
          kind,
          Object.fromEntries(Object.entries(given).filter((entry) => entry[1] !== undefined)) as PayloadValues,
        );
        const text = kind.build(clean);
        expect(kind.parse(text)).toEqual(clean);
        // Plain text may of course look like something else.
        if (id !== 'text') expect(recognise(text)).toEqual({ kind: id, values: clean });
      }),
      { numRuns: 300 },
    );
  });

  it('never throws on a strange text, and gives only its own fields', () => {
    const start = fc.constantFrom(
      'WIFI:',
      'mailto:',
      'MATMSG:',
      'smsto:',
      'sms:',
      'tel:',
      'geo:1,2',
      'otpauth://totp/a?secret=AB&',
      'BCD\n002\n1\nSCT\n',
    );
    const card = fc.constantFrom('BEGIN:VCARD\nN:', 'BEGIN:VEVENT\nSUMMARY:a\nDTSTART:20260101\n', 'MECARD:N:');
    const names = kind.fields.map((field) => field.name);
    fc.assert(
      fc.property(
        fc.oneof(start, card, fc.constant('')),
        hostile,
        fc.constantFrom('', '\nEND:VCARD', '\nEND:VEVENT', ';;'),
        (a, b, c) => {
          const parsed = kind.parse(a + b + c);
          for (const name of Object.keys(parsed ?? {})) expect(names).toContain(name);
        },
      ),
      { numRuns: 300 },
    );
  });
});
