import { expect, it } from 'vitest';
import { payloadKinds } from '../../../src/worker/qr/payloads';
import { buildPayload } from '../../../src/worker/qr/payloads/kind';
import { holdsSecret, isSecretColumn, secrecyOf, secretFields, secretKindOf } from '../../../src/worker/qr/secret';
import { openTexts, secretTexts } from './secretTexts';

it.each(secretTexts)('sees one in %j', (text) => {
  expect(holdsSecret(text)).toBe(true);
});

it.each(['', ...openTexts])('sees none in %j', (text) => {
  expect(holdsSecret(text)).toBe(false);
});

it.each([
  ['WIFI:T:WPA;S:home;P:pa55;;', 'wifi-password'],
  ['otpauth://totp/x?secret=ABC', 'one-time-password'],
  ['otpauth-migration://offline?data=CjEKCkhlbGxvId6t', 'one-time-password'],
  ['-----BEGIN OPENSSH PRIVATE KEY-----', 'private-key'],
  ['PrivateKey = x', 'private-key'],
  ['token=ghp_abcdefghijklmnopqrstuvwxyz0123456789', 'token'],
  ['Authorization: Bearer abc', 'token'],
  ['https://hooks.slack.com/services/T0/B0/x', 'token'],
  ['https://ada:hunter2@git.example.org/x', 'credential'],
  ['https://example.org/login?next=https%3A%2F%2Fada%3Ahunter2%40git.example.org', 'credential'],
  ['LPA:1$smdp.example.com$04386-AGYFT', 'device-code'],
  ['password: hunter2', 'password'],
  ['hello', undefined],
] as const)('tells which sort is in %j', (text, kind) => {
  expect(secretKindOf(text)).toBe(kind);
  expect(secrecyOf(text)).toEqual(kind ? { secret: true, secretKind: kind } : { secret: false });
});

it('sees the secret of every kind that has a field for one', () => {
  const values = { password: 'long enough', secret: 'JBSWY3DPEHPK3PXP', ssid: 'home', account: 'ada' };
  const kinds = payloadKinds.filter(({ fields }) => fields.some(({ name }) => secretFields.has(name)));
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['wifi', 'otpauth']));
  for (const kind of kinds) {
    const own = Object.fromEntries(
      Object.entries(values).filter(([name]) => kind.fields.some((field) => field.name === name)),
    );
    expect(holdsSecret(buildPayload(kind, own)), kind.kind).toBe(true);
  }
});

it('tells a column of secrets by its heading', () => {
  for (const heading of [
    'password',
    ' Password',
    'Wi-Fi password',
    'wifiPassword',
    'API_KEY',
    'token',
    'DB pass',
    '登录密码',
  ])
    expect(isSecretColumn(heading), heading).toBe(true);
  for (const heading of ['name', 'compass', 'tokens', 'key', 'secretary', 'SSID', '密级'])
    expect(isSecretColumn(heading), heading).toBe(false);
});

it.each(['://a:', 'eyJ-', 'a://a:a', '-----BEGIN A ', 'WIFI:;', '?token', 'password ', 'sip:a:', '%41%3a'])(
  'judges a long text of %j in a moment',
  (piece) => {
    const start = performance.now();
    holdsSecret(piece.repeat(200_000 / piece.length));
    expect(performance.now() - start).toBeLessThan(20_000);
  },
);
