import { expect, it } from 'vitest';
import { payloadKinds } from '../../../src/worker/qr/payloads';
import { buildPayload } from '../../../src/worker/qr/payloads/kind';
import { holdsSecret, secretFields } from '../../../src/worker/qr/secret';

it.each([
  'WIFI:T:WPA;S:home;P:pa55;;',
  'WIFI:P:pa55;S:home;T:WPA;;',
  'WIFI:T:WPA;P:nameless;;',
  'wifi:T:WPA;S:home\nnet;P:x;;',
  'WIFI:S:a;R:1;T:WPA2-EAP;I:me;P:\\;;;',
  'otpauth://totp/x?secret=ABC',
  'otpauth://hotp/a:b?secret=JBSWY3DPEHPK3PXP&counter=1',
  'otpauth-migration://offline?data=x',
  'https://user:pass@example.org/',
  'https://ada:hunter2@git.example.org/x',
  'mongodb+srv://app:p%40ss@db.example/x',
  'SSH://root:x@10.0.0.1',
  'clone https://ada:hunter2@git.example.org/x first',
  'https://example.org/reset?token=abc',
  'https://example.org/#access_token=abc&x=1',
  'https://example.org/?a=1&PASSWORD=abc',
  '-----BEGIN RSA PRIVATE KEY-----\nMII',
  '-----BEGIN OPENSSH PRIVATE KEY-----',
  '-----BEGIN PGP PRIVATE KEY BLOCK-----',
  '[Interface]\nPrivateKey = aGVsbG8=\nAddress = 10.0.0.2/32',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl',
  `ghp_${'a1'.repeat(18)}`,
  'LPA:1$smdp.example.com$04386-AGYFT-A74Y8-3F815',
  'ss://YWVzLTI1Ni1nY206cGFzcw==@192.0.2.1:8388',
])('sees one in %j', (text) => {
  expect(holdsSecret(text)).toBe(true);
});

it.each([
  '',
  'WIFI:T:nopass;S:cafe;;',
  'WIFI:T:WPA;S:cafe;P:;;',
  'https://example.org:8080/a@b',
  'https://example.org/?q=a:b@c',
  'https://me@example.org/',
  'https://example.org/?tokens=5&secretary=x&key=12',
  'hello',
  'mailto:a@example.org',
  'at 10:30 see me@example.org',
  '-----BEGIN PUBLIC KEY-----',
  'BEGIN:VCARD',
  'the private key is under the mat',
])('sees none in %j', (text) => {
  expect(holdsSecret(text)).toBe(false);
});

it('sees the secret of every kind that has a field for one', () => {
  const values = { password: 'long enough', secret: 'JBSWY3DPEHPK3PXP', ssid: 'home', account: 'ada' };
  const kinds = payloadKinds.filter(({ fields }) => fields.some(({ name }) => secretFields.has(name)));
  expect(kinds.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['wifi', 'otpauth']));
  for (const kind of kinds) {
    const own = Object.fromEntries(Object.entries(values).filter(([name]) => kind.fields.some((field) => field.name === name)));
    expect(holdsSecret(buildPayload(kind, own)), kind.kind).toBe(true);
  }
});

it.each(['://a:', 'eyJ-', 'a://a:a', '-----BEGIN A ', 'WIFI:;', '?token'])('judges a long text of %j in a moment', (piece) => {
  const start = performance.now();
  holdsSecret(piece.repeat(200_000 / piece.length));
  expect(performance.now() - start).toBeLessThan(20_000);
});
