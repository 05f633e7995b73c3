import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeGb18030, gb18030Character } from '../../../src/worker/text/gb18030';

it('writes what the platform reads, and knows the length of every character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\ufffd')),
      (text) => {
        const bytes = encodeGb18030(text)!;
        expect(new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }).decode(bytes)).toBe(text);
        let units = 0;
        let at = 0;
        while (at < bytes.length) {
          const [length, count] = gb18030Character(bytes, at);
          at += length;
          units += count;
        }
        expect([at, units]).toEqual([bytes.length, text.length]);
      },
    ),
  );
});

it('knows characters of one, two and four bytes, and writes neither half a pair nor what was lost already', () => {
  const hex = (text: string) => Buffer.from(encodeGb18030(text)!).toString('hex');
  expect(['a', '中', '\u0080', '\u{10000}'].map(hex)).toEqual(['61', 'd6d0', '81308130', '90308130']);
  for (const text of ['\ud800', 'a\ufffd']) expect(encodeGb18030(text)).toBeUndefined();
});
