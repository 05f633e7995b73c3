import { describe, expect, it } from 'vitest';
import type { Chunk } from '../../../../../src/worker/qr/decode/bits/parseSegments';
import { chunksToText } from '../../../../../src/worker/qr/decode/charset/chunksToText';

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const chunk = (mode: Chunk['mode'], hex: string, eci?: number): Chunk => ({
  mode,
  bytes: bytesOf(hex),
  ...(eci !== undefined && { eci }),
});
const ascii = (text: string) => Buffer.from(text).toString('hex');

/**
 * An encoder that puts any two bytes into kanji mode which fit there, and the rest into byte mode.
 */
function greedyKanji(hex: string): Chunk[] {
  const bytes = bytesOf(hex);
  const chunks: Chunk[] = [];
  for (let at = 0; at < bytes.length; ) {
    const pair = (bytes[at]! << 8) | (bytes[at + 1] ?? 0);
    const fits = at + 1 < bytes.length && ((pair >= 0x8140 && pair <= 0x9ffc) || (pair >= 0xe040 && pair <= 0xebbf));
    const length = fits ? 2 : 1;
    const mode = fits ? 'kanji' : 'byte';
    const piece = Buffer.from(bytes.subarray(at, at + length)).toString('hex');
    const last = chunks.at(-1);
    if (last?.mode === mode) chunks[chunks.length - 1] = chunk(mode, Buffer.from(last.bytes).toString('hex') + piece);
    else chunks.push(chunk(mode, piece));
    at += length;
  }
  return chunks;
}

describe('chunksToText', () => {
  it('reads UTF-8 that was stored in kanji mode', () => {
    const chunks = [chunk('kanji', 'e8b083e58e8be69f9c5f'), chunk('numeric', ascii('3253'))];
    expect(chunksToText(chunks)).toEqual({
      text: '调压柜_3253',
      charset: { name: 'utf-8', from: 'guess', reason: 'valid-utf-8' },
    });
    for (const text of ['设备编号：测试机柜三号', '上海市浦东新区', '调压站 A-12', 'Привет', '東京']) {
      expect(chunksToText(greedyKanji(ascii(text))).text).toBe(text);
    }
    expect(chunksToText(greedyKanji(ascii('调压柜')).map((c) => ({ ...c, eci: 26 })))).toMatchObject({
      text: '调压柜',
      charset: { from: 'eci' },
    });
  });

  it('reads GB 18030 that was stored in kanji mode', () => {
    // 设备编号：测试机柜三号; 调压柜编号: 0017; 北京市海淀区
    for (const [hex, text] of [
      ['c9e8b1b8b1e0bac5a3bab2e2cad4bbfab9f1c8fdbac5', '设备编号：测试机柜三号'],
      ['b5f7d1b9b9f1b1e0bac53a2030303137', '调压柜编号: 0017'],
      ['b1b1bea9cad0baa3b5edc7f8', '北京市海淀区'],
    ] as const)
      expect(chunksToText(greedyKanji(hex)).text).toBe(text);
  });

  it('leaves kanji that are kanji', () => {
    // 漢字, 点茗, 隹
    for (const [hex, text] of [
      ['8abf8e9a', '漢字'],
      ['935fe4aa', '点茗'],
      ['e8b0', '隹'],
    ] as const)
      expect(chunksToText([chunk('kanji', hex)])).toEqual({
        text,
        charset: { name: 'shift_jis', from: 'guess', reason: 'kanji-mode' },
      });
    expect(chunksToText([chunk('kanji', '8abf8e9a'), chunk('byte', ascii('ABC ü'))]).text).toBe('漢字ABC ü');
    expect(chunksToText([chunk('byte', 'c3bd'), chunk('kanji', '8abf8e9a'), chunk('byte', 'b6c5')]).text).toBe(
      'ﾃｽ漢字ｶﾅ',
    );
    expect(chunksToText([chunk('byte', ascii('é'), 26), chunk('kanji', '8abf8e9a', 26)]).text).toBe('é漢字');
  });

  it('joins what one character set has cut, and keeps apart what two say', () => {
    expect(chunksToText([chunk('byte', 'd6'), chunk('byte', 'd0cec4')]).text).toBe('中文');
    // The second byte of a pair may be a letter or digit, which encoders may put into a segment of
    // their own.
    expect(chunksToText([chunk('byte', 'e9', 29), chunk('alphanumeric', '46', 29)]).text).toBe('镕');
    expect(chunksToText([chunk('byte', 'e9', 3), chunk('byte', 'c3a9', 26), chunk('hanzi', 'd6d0')]).text).toBe('éé中');
    expect(chunksToText([chunk('byte', '4e8c', 25), chunk('numeric', ascii('12'), 25)]).text).toBe('二12');
  });

  it('leaves a byte order mark out', () => {
    expect(chunksToText([chunk('byte', 'fffe8c4ef47e')]).text).toBe('二维');
    expect(chunksToText([chunk('byte', 'efbbbf41')]).text).toBe('A');
    expect(chunksToText([chunk('byte', 'feff4e8c', 25)]).text).toBe('二');
  });
});
