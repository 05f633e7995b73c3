import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeText } from '../../../src/worker/text/decodeText';
import { encodeGb18030 } from '../../../src/worker/text/gb18030';
import { spliceBytes } from '../../../src/worker/text/spliceBytes';

const encoders: Record<string, (text: string) => Uint8Array> = {
  'utf-8': (text) => new TextEncoder().encode(text),
  'utf-8 with mark': (text) => new TextEncoder().encode(`\ufeff${text}`),
  'utf-16le': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  gb18030: (text) => encodeGb18030(text)!,
};

it.each(Object.entries(encoders))('replaces in %s what is asked for and no other byte', (_, encode) => {
  const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '中', '文', 'é', '㐀', '𠮷', '，') }), {
    minLength: 3,
    maxLength: 5,
  });
  fc.assert(
    fc.property(pieces, fc.constantFrom('', 'USER app\n', '数据'), (texts, newText) => {
      const text = `# 中文注释，说明\n${texts.join('')}`;
      const start = text.length - texts.at(-1)!.length - texts.at(-2)!.length;
      const end = start + texts.at(-2)!.length;
      const bytes = encode(text);
      const out = spliceBytes(bytes, decodeText(bytes), [{ start, end, newText }]);
      expect(out && Buffer.from(out).equals(encode(text.slice(0, start) + newText + text.slice(end)))).toBe(true);
    }),
  );
});

it('keeps bytes that would not come back as they were: two codes of one character', () => {
  const bytes = Uint8Array.of(0x80, 0xd6, 0xd0, 0x0a, 0x61, 0xd6, 0xd0);
  const out = spliceBytes(bytes, decodeText(bytes), [{ start: 3, end: 4, newText: 'b' }]);
  expect([...out!]).toEqual([0x80, 0xd6, 0xd0, 0x0a, 0x62, 0xd6, 0xd0]);
});

it('writes nothing where it does not know the encoding, or the text does not fit into it', () => {
  const latin = Buffer.from('très\na', 'latin1');
  expect(spliceBytes(latin, decodeText(latin), [{ start: 5, end: 6, newText: 'b' }])).toBeUndefined();
  const chinese = encodeGb18030('中文\na')!;
  expect(spliceBytes(chinese, decodeText(chinese), [{ start: 3, end: 4, newText: '\ud800' }])).toBeUndefined();
});
