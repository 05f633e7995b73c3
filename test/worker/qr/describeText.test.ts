/** What a person is told of a text: its kind, its fields by name, and where it leads. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { describeText } from '../../../src/worker/qr/describeText';

const fields = (text: string, locale: 'en' | 'zh-cn' = 'en') =>
  describeText(text, locale).fields.map(({ label, value, secret }) => [label, value, ...(secret ? ['secret'] : [])]);

it.each([
  [
    'WIFI:S:home;P:hunter22;H:true;;',
    [
      ['Network name', 'home'],
      ['Security', 'WPA, WPA2 or WPA2/WPA3'],
      ['Password', 'hunter22', 'secret'],
      ['Hidden network', 'Yes'],
    ],
  ],
  [
    'otpauth://totp/Example:ada?secret=JBSWY3DPEHPK3PXP&issuer=Example',
    [
      ['Type', 'By time (TOTP)'],
      ['Service', 'Example'],
      ['Account', 'ada'],
      ['Secret (Base32)', 'JBSWY3DPEHPK3PXP', 'secret'],
    ],
  ],
  [
    'BEGIN:VEVENT\r\nSUMMARY:Launch\r\nDTSTART:20260131T093000\r\nDTEND:20260131T103000Z\r\nEND:VEVENT',
    [
      ['Title', 'Launch'],
      ['Start', '2026-01-31 09:30'],
      ['End', '2026-01-31 10:30 UTC'],
    ],
  ],
  [
    'BCD\n002\n1\nSCT\n\nRed Cross\nDE89370400440532013000\nEUR12.34',
    [
      ['Payee', 'Red Cross'],
      ['IBAN', 'DE89370400440532013000'],
      ['Amount in euro', '12.34'],
    ],
  ],
  [
    'geo:39.9,116.4?q=39.9,116.4(Gate)',
    [
      ['Latitude', '39.9'],
      ['Longitude', '116.4'],
      ['Name of the place', 'Gate'],
    ],
  ],
  [
    'SMSTO:+8613800138000:hi',
    [
      ['Phone number', '+8613800138000'],
      ['Message', 'hi'],
    ],
  ],
  [
    'mailto:a@example.org?subject=x',
    [
      ['To', 'a@example.org'],
      ['Subject', 'x'],
    ],
  ],
  ['tel:110', [['Phone number', '110']]],
  ['https://example.org', []],
  ['plain', []],
  ['ada@example.org', []],
])('%j', (text, expected) => {
  expect(fields(text)).toEqual(expected);
});

it('speaks the language of the user', () => {
  expect(fields('WIFI:S:home;P:hunter22;H:true;;', 'zh-cn').map(([label]) => label)).toEqual([
    '网络名称',
    '安全类型',
    '密码',
    '隐藏网络',
  ]);
});

it('judges addresses, of whatever kind the text is', () => {
  expect(describeText('http://example.org', 'en').link?.warnings.map(({ code }) => code)).toEqual(['no-tls']);
  expect(describeText('mailto:a@example.org', 'en').link?.openable).toBe(true);
  expect(describeText('javascript:alert(1)', 'en').link?.openable).toBe(false);
  expect(describeText('otpauth://totp/a?secret=JBSWY3DP', 'en').link).toBeUndefined();
});

it('names only like what a bare text is', () => {
  expect(describeText('ada@example.org', 'en').known).toMatchObject({ kind: 'email', bare: true });
  expect(describeText('', 'en')).toEqual({ fields: [] });
});

it('never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void describeText(text, 'en')));
});
