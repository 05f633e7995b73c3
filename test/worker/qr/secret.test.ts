import { expect, it } from 'vitest';
import { payloadKinds } from '../../../src/worker/qr/payloads';
import { buildPayload } from '../../../src/worker/qr/payloads/kind';
import { holdsSecret, isSecretColumn, secretFields } from '../../../src/worker/qr/secret';
import { openTexts, secretTexts } from './secretTexts';

it.each(secretTexts)('sees one in %j', (text) => {
  expect(holdsSecret(text)).toBe(true);
});

it.each(['', ...openTexts])('sees none in %j', (text) => {
  expect(holdsSecret(text)).toBe(false);
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
