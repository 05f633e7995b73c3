import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesSource } from '../../../src/extension/sources/bytesSource';

test('text is what gives the same bytes again', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array(),
        fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(`\ufeff${text}`)),
      ),
      (bytes) => {
        const source = bytesSource('a.bin', bytes);
        if ('text' in source) expect(new TextEncoder().encode(source.text)).toEqual(bytes);
        else expect(source).toEqual({ name: 'a.bin', bytes });
      },
    ),
  );
});

test('a zero byte or broken UTF-8 is no text', () => {
  for (const bytes of [[65, 0], [0xff], [0xe4, 0xbd]])
    expect(bytesSource('a', Uint8Array.from(bytes))).toHaveProperty('bytes');
  expect(bytesSource('a', Uint8Array.from(Buffer.from('你好')))).toEqual({ text: '你好' });
});
