import { expect, it } from 'vitest';
import { holdsSecret } from '../../../src/extension/panel/secrets';

it.each([
  'WIFI:T:WPA;S:home;P:pa55;;',
  'WIFI:P:pa55;S:home;T:WPA;;',
  'wifi:T:WPA;S:home\nnet;P:x;;',
  'WIFI:S:a;R:1;T:WPA2-EAP;I:me;P:\\;;;',
  'otpauth://totp/x?secret=ABC',
  'otpauth-migration://offline?data=x',
  'https://user:pass@example.org/',
  '-----BEGIN RSA PRIVATE KEY-----\nMII',
])('sees one in %j', (text) => {
  expect(holdsSecret(text)).toBe(true);
});

it.each([
  '',
  'WIFI:T:nopass;S:cafe;;',
  'WIFI:T:WPA;S:cafe;P:;;',
  'https://example.org:8080/a@b',
  'hello',
  'mailto:a@example.org',
  'BEGIN:VCARD',
])('sees none in %j', (text) => {
  expect(holdsSecret(text)).toBe(false);
});
