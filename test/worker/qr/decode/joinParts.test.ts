import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DecodedSymbol } from '../../../../src/worker/protocol/picture';
import { type DecodeEngine, decodeImage } from '../../../../src/worker/qr/decode/decodeImage';
import { joinParts } from '../../../../src/worker/qr/decode/joinParts';
import { writePng } from '../../../../src/worker/qr/png';
import { split } from '../../../../src/worker/qr/split';
import { testEngine } from './engine';

const symbolOf = (
  bytes: Uint8Array,
  part?: DecodedSymbol['part'],
  more: Partial<DecodedSymbol> = {},
): DecodedSymbol => ({
  text: new TextDecoder().decode(bytes),
  secret: false,
  bytes,
  charset: { name: 'utf-8', from: 'guess' },
  format: 'QRCode',
  corners: [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ],
  engine: 'zxing-wasm',
  attempt: 'engine',
  ...(part && { part }),
  ...more,
});

const encode = (text: string) => new TextEncoder().encode(text);
const parity = (bytes: Uint8Array) => bytes.reduce((a, b) => a ^ b, 0);

describe('joinParts', () => {
  it('joins in order of the index, whatever order the symbols come in, even where a character is cut', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 4, maxLength: 60 }),
        fc.integer({ min: 2, max: 16 }),
        fc.nat(),
        (text, wanted, turn) => {
          const bytes = encode(text);
          const count = Math.min(wanted, bytes.length);
          const cut = (i: number) => Math.floor((i * bytes.length) / count);
          const parts = Array.from({ length: count }, (_, index) =>
            symbolOf(bytes.slice(cut(index), cut(index + 1)), { index, count, parity: parity(bytes) }),
          );
          const turned = [...parts.slice(turn % count), ...parts.slice(0, turn % count)];
          expect(joinParts(turned)).toEqual([
            { count, parity: parity(bytes), missing: [], secret: false, text, parityHolds: true },
          ]);
        },
      ),
      { numRuns: 100, seed: 5 },
    );
  });

  it('names the parts that are missing and gives no text then', () => {
    const part = (index: number) => symbolOf(encode('x'), { index, count: 4, parity: 9 });
    expect(joinParts([part(2), part(0), part(2)])).toEqual([{ count: 4, parity: 9, missing: [1, 3], secret: false }]);
  });

  it('keeps sets apart and says when the parity does not hold', () => {
    const sets = joinParts([
      symbolOf(encode('a'), { index: 0, count: 2, parity: 1 }),
      symbolOf(encode('c'), { index: 0, count: 2, parity: 99 }),
      symbolOf(encode('alone')),
      symbolOf(encode('d'), { index: 1, count: 2, parity: 99 }),
    ]);
    expect(sets).toEqual([
      { count: 2, parity: 1, missing: [1], secret: false },
      { count: 2, parity: 99, missing: [], secret: false, text: 'cd', parityHolds: false },
    ]);
  });

  it('joins parts that name no parity, and says nothing of it', () => {
    const parts = ['first ', 'second'].map((text, index) => symbolOf(encode(text), { index, count: 2, parity: 0 }));
    expect(joinParts(parts)).toEqual([{ count: 2, parity: 0, missing: [], secret: false, text: 'first second' }]);
    const even = [0, 1].map((index) => symbolOf(encode('a'), { index, count: 2, parity: 0 }));
    expect(joinParts(even)).toEqual([
      { count: 2, parity: 0, missing: [], secret: false, text: 'aa', parityHolds: true },
    ]);
  });

  it('believes the character set that the symbols name', () => {
    const gbk = Uint8Array.from([0xd6, 0xd0, 0xce, 0xc4]);
    const named = { charset: { name: 'gb18030', from: 'eci' as const } };
    const cut = [0, 1].map((index) => {
      const bytes = gbk.slice(index ? 1 : 0, index ? 4 : 1);
      return symbolOf(bytes, { index, count: 2, parity: parity(gbk) }, { ...named, text: '\ufffd' });
    });
    expect(joinParts(cut)[0]!.text).toBe('中文');
  });
});

describe('a picture of several parts', () => {
  let engine: DecodeEngine;
  beforeAll(async () => {
    engine = await testEngine();
  });

  it('gives the whole text, or says what is missing', () => {
    const text = '结构追加:一段较长的文字分成几个二维码。'.repeat(8);
    const { parts } = split(text, { level: 'L', maxVersion: 7 });
    expect(parts.length).toBeGreaterThan(2);
    const drawn = parts.map(({ symbol }) => symbol);
    expect(decodeImage(sideBySide(drawn), {}, engine).sets).toEqual([
      { count: parts.length, parity: parts[0]!.part.parity, missing: [], secret: false, text, parityHolds: true },
    ]);
    expect(decodeImage(sideBySide(drawn.slice(1)), {}, engine).sets).toEqual([
      { count: parts.length, parity: parts[0]!.part.parity, missing: [0], secret: false },
    ]);
  });
});

function sideBySide(symbols: readonly { size: number; modules: ArrayLike<number | boolean> }[]): Uint8Array {
  const scale = 3;
  const step = (Math.max(...symbols.map(({ size }) => size)) + 8) * scale;
  const width = step * symbols.length;
  const gray = new Uint8Array(width * step).fill(255);
  symbols.forEach(({ size, modules }, i) => {
    for (let y = 0; y < size * scale; y++) {
      for (let x = 0; x < size * scale; x++) {
        if (modules[Math.floor(y / scale) * size + Math.floor(x / scale)])
          gray[(y + 4 * scale) * width + i * step + x + 4 * scale] = 0;
      }
    }
  });
  return writePng(gray, width, step);
}
