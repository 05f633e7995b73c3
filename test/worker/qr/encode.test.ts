import fc from 'fast-check';
import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import type { Level } from '../../../src/worker/protocol/symbol';
import { encode, encodeBytes } from '../../../src/worker/qr/encode';

const faultOf = (make: () => unknown): { code: string; data: Record<string, unknown> } => {
  try {
    make();
  } catch (error) {
    return error as never;
  }
  throw new Error('no fault');
};

describe('encode', () => {
  it('uses level H and the smallest version by default', () => {
    const { symbol, wantedLevel, bytes, capacities } = encode('HELLO WORLD');
    expect(symbol).toMatchObject({
      version: 2,
      level: 'H',
      size: 25,
      segments: [{ mode: 'alphanumeric', characters: 11 }],
    });
    expect(symbol.modules).toHaveLength(25 * 25);
    expect({ wantedLevel, bytes }).toEqual({ wantedLevel: 'H', bytes: 11 });
    expect(capacities).toEqual({ L: 2953, M: 2331, Q: 1663, H: 1273 });
  });

  it('falls back to the strongest level that fits, up to the last byte', () => {
    const levelOf = (bytes: number) => encode('a'.repeat(bytes), { mask: 0 }).symbol.level;
    expect([1273, 1274, 1663, 1664, 2331, 2332, 2953].map(levelOf)).toEqual(['H', 'Q', 'Q', 'M', 'M', 'L', 'L']);
    expect(encode('1'.repeat(7089), { mask: 0 }).symbol).toMatchObject({
      version: 40,
      level: 'L',
      usedBits: 4 + 14 + 23630,
    });
  });

  it('keeps to the version asked for', () => {
    expect(encode('a', { version: 7, level: 'L', mask: 3 }).symbol).toMatchObject({
      version: 7,
      level: 'L',
      mask: 3,
      size: 45,
    });
    expect(encode('a'.repeat(17), { version: 1 }).symbol.level).toBe('L');
    expect(faultOf(() => encode('a'.repeat(18), { version: 1 })).data).toEqual({
      bytes: 18,
      version: 1,
      maxL: 17,
      maxM: 14,
      maxQ: 11,
      maxH: 7,
    });
  });

  it('counts UTF-8 bytes', () => {
    expect(encode('你好, QR')).toMatchObject({ bytes: 10, symbol: { segments: [{ mode: 'byte', characters: 10 }] } });
    expect(encode('𝄞').bytes).toBe(4);
  });

  it.each(['\u0000', '\n', '\t\u001b[31m', '\u007f\u0085', ' a ', '\ufeff'])('takes %j as it is', (text) => {
    expect(encode(text).bytes).toBe(Buffer.byteLength(text));
  });

  it('refuses empty and half texts', () => {
    expect(faultOf(() => encode('')).code).toBe('text-empty');
    expect(faultOf(() => encode('ab\ud800c'))).toMatchObject({
      code: 'text-lone-surrogate',
      data: { index: 2, hex: 'D800' },
    });
    expect(faultOf(() => encode('\udc00\ud800'))).toMatchObject({ data: { index: 0, hex: 'DC00' } });
    expect(faultOf(() => encode('𝄞\ud834'))).toMatchObject({ data: { index: 2 } });
  });

  it('refuses 10 MB at once', () => {
    const text = 'é'.repeat(5_000_000);
    const start = performance.now();
    expect(faultOf(() => encode(text))).toMatchObject({ code: 'set-too-long', data: { bytes: 10_000_000, max: 16 } });
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  it('says of a text too long for one symbol whether a set may hold it', () => {
    const sets = (text: string, version?: number) => faultOf(() => encode(text, { version })).code === 'text-too-long';
    expect(faultOf(() => encode('a'.repeat(2954)))).toMatchObject({
      code: 'text-too-long',
      data: { bytes: 2954, maxL: 2953, maxH: 1273 },
    });
    expect([
      sets('a'.repeat(47_000)),
      sets('a'.repeat(48_000)),
      sets('1'.repeat(113_000)),
      sets('1'.repeat(114_000)),
    ]).toEqual([true, false, true, false]);
    expect([sets('a'.repeat(200), 1), sets('a'.repeat(400), 1)]).toEqual([true, false]);
  });

  it('draws the same modules as the front door of qrcode', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 60, unit: 'binary-ascii' }),
      fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
    );
    const level = fc.constantFrom<Level>('L', 'M', 'Q', 'H');
    fc.assert(
      fc.property(
        text,
        level,
        fc.nat(7),
        fc.integer({ min: 10, max: 40 }),
        (value, errorCorrectionLevel, mask, version) => {
          const other = QRCode.create([{ data: Buffer.from(value), mode: 'byte' }], {
            errorCorrectionLevel,
            version,
            maskPattern: mask as never,
          });
          const { symbol } = encode(value, { level: errorCorrectionLevel, version, mask });
          fc.pre(symbol.segments.length === 1 && symbol.segments[0]!.mode === 'byte');
          expect(Buffer.from(symbol.modules).equals(Buffer.from(other.modules.data))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('offers no set for bytes, which cannot be split', () => {
    expect(faultOf(() => encodeBytes(new Uint8Array(3000).fill(255)))).toMatchObject({
      code: 'bytes-too-long',
      data: { bytes: 3000, maxL: 2953 },
    });
  });

  it('never throws anything but its faults', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
          maxLength: 40,
        }),
        (text) => {
          try {
            expect(encode(text).symbol.usedBits).toBeGreaterThan(0);
          } catch (error) {
            expect(['text-empty', 'text-lone-surrogate']).toContain((error as { code?: string }).code);
          }
        },
      ),
    );
  });
});
