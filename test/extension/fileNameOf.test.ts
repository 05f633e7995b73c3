import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameOf } from '../../src/extension/fileNameOf';

test.each([
  ['https://example.com/a?b=1', 'qr-example.com-a-b-1'],
  ['你好, QR', 'qr-你好-QR'],
  ['../../etc/passwd', 'qr-etc-passwd'],
  ['...', 'qr-code'],
  ['WIFI:T:WPA;S:office;P:hunter22;;', 'qr-code'],
  ['otpauth://totp/me?secret=ABC', 'qr-code'],
])('%s', (text, name) => {
  expect(fileNameOf(text)).toBe(name);
});

test('any text gives a name that every system takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = fileNameOf(text);
      expect(name).toMatch(/^qr-[\p{L}\p{N}._-]{1,40}$/u);
      expect(name).not.toMatch(/[.-]$/);
      expect(new TextEncoder().encode(name).length).toBeLessThan(200);
    }),
  );
});
