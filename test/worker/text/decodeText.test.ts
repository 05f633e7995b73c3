import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/worker/text/decodeText';
import { encodeGb18030 } from '../../../src/worker/text/gb18030';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, little: boolean) =>
  Uint8Array.from(
    [...text].flatMap((c) => [...Buffer.from(c, 'utf16le')]).flatMap((_, i, all) => all[little ? i : i ^ 1]!),
  );
const gb = (text: string) => encodeGb18030(text)!;
const compose = '# 服务：数据库𠮷㐀\nservices:\n  a: {privileged: true}\n';

describe('decodeText', () => {
  it.each([
    ['utf-8', utf8(compose), 0],
    ['utf-8', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(compose)), 3],
    ['utf-16le', Uint8Array.of(0xff, 0xfe, ...utf16(compose, true)), 2],
    ['utf-16be', Uint8Array.of(0xfe, 0xff, ...utf16(compose, false)), 2],
    ['utf-16le', utf16(compose, true), 0],
    ['utf-16be', utf16(compose, false), 0],
    ['gb18030', gb(compose), 0],
  ] as const)('reads %s', (encoding, bytes, markLength) => {
    expect(decodeText(bytes)).toEqual({ text: compose, encoding, markLength });
  });

  it.each([
    ['Latin-1', Buffer.from('# réseau très privé\nUSER root\n', 'latin1')],
    ['UTF-8 that is damaged', Uint8Array.of(...utf8('# 服'), 0xff, ...utf8('\nUSER root\n'))],
    ['GB 18030 that is cut', Uint8Array.of(...gb('USER root\n# 中文'), 0xd6)],
    ['UTF-16 with half a pair', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8, ...utf16('\nUSER root\n', true))],
    ['UTF-16 with half a unit', Uint8Array.of(0xff, 0xfe, ...utf16('USER root\n', true), 0x41)],
  ])('takes %s as unknown, and keeps its ASCII', (_, bytes) => {
    const { text, encoding } = decodeText(bytes);
    expect(encoding).toBe('unknown');
    expect(text).toContain('USER root\n');
    expect(text).toContain('\ufffd');
  });

  it('is the inverse of every encoding, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const marked = {
          'utf-16le': Uint8Array.of(0xff, 0xfe, ...utf16(text, true)),
          'utf-8': Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(text)),
        };
        for (const [encoding, bytes] of Object.entries(marked))
          expect(decodeText(bytes)).toMatchObject({ text, encoding });
      }),
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void decodeText(bytes)));
  });
});
