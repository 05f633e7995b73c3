import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameOf, symbolName } from '../../src/extension/fileNameOf';
import { encoded } from './panel/answers';

test.each([
  ['https://example.com/a?b=1', 'qr-example.com-a-b-1'],
  ['你好, QR', 'qr-你好-QR'],
  ['../../etc/passwd', 'qr-etc-passwd'],
  ['...', 'qr-code'],
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

test('a secret never names a file, nor does a part of one', () => {
  const text = 'https://ada:hunter2@git.example.org/x';
  const item = encoded('r2@git.example.org/x', { secret: true, part: { index: 1, count: 2, parity: 0 } });
  expect(symbolName({ source: { text }, item })).toBe('qr-code');
  expect(symbolName({ source: { text: 'a b' }, item: encoded('a b') })).toBe('qr-a-b');
  expect(symbolName({ source: { bytes: new Uint8Array(1), name: 'a.bin' }, item: encoded('') })).toBe('qr-a.bin');
});
