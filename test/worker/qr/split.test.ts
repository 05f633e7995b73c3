import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QrSymbol } from '../../../src/worker/protocol/symbol';
import { encode } from '../../../src/worker/qr/encode';
import { writePng } from '../../../src/worker/qr/png';
import { resolveLook } from '../../../src/worker/qr/render/look';
import { grayPixels, sideOf } from '../../../src/worker/qr/render/pixels';
import { split } from '../../../src/worker/qr/split';
import { rowsOf } from './everySymbol';
import { zint, zintVersion } from './zint';
import { zxing } from './zxing';

const engine = await zxing();
const look = resolveLook({ scale: 3 });
const read = (symbol: QrSymbol) =>
  engine.readGray(grayPixels(symbol, look), sideOf(symbol, look), sideOf(symbol, look), { formats: ['QRCode'] });

/** The symbols of a set side by side. */
function strip(symbols: QrSymbol[]): Uint8Array {
  const side = sideOf(symbols[0]!, look);
  const gray = new Uint8Array(side * side * symbols.length);
  symbols.forEach((symbol, i) => {
    const one = grayPixels(symbol, look);
    for (let row = 0; row < side; row++)
      gray.set(one.subarray(row * side, (row + 1) * side), row * side * symbols.length + i * side);
  });
  return writePng(gray, side * symbols.length, side);
}

const faultOf = (make: () => unknown) => {
  try {
    make();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return undefined;
};

describe('split', () => {
  it('divides into as few symbols of one version as possible, with position and parity that zxing-cpp reads', () => {
    const text = '汉字 and text 0123456789 '.repeat(150);
    const { parts, wantedLevel, bytes } = split(text, { eci: true, level: 'H' });
    expect({ count: parts.length, wantedLevel, bytes }).toEqual({
      count: 4,
      wantedLevel: 'H',
      bytes: Buffer.byteLength(text),
    });
    expect(new Set(parts.map(({ symbol }) => symbol.version)).size).toBe(1);
    const parity = Buffer.from(text).reduce((all, byte) => all ^ byte, 0);
    const reads = parts.map(({ symbol }) => read(symbol)[0]!);
    expect(reads.map((each) => each.part)).toEqual([0, 1, 2, 3].map((index) => ({ index, count: 4, parity })));
    expect(Buffer.concat(reads.map((each) => each.bytes)).toString()).toBe(text);
    expect(reads.map((each) => each.text).join('')).toBe(text);
  });

  it('cuts between characters only, and nothing is lost', () => {
    const unit = fc.constantFrom('a', '7', 'Z', 'é', '中', '𝄞');
    fc.assert(
      fc.property(
        fc.string({ unit, minLength: 1, maxLength: 120 }),
        fc.integer({ min: 2, max: 6 }),
        fc.boolean(),
        (text, maxVersion, eci) => {
          const { parts } = split(text, { level: 'M', maxVersion, eci });
          const fatal = new TextDecoder('utf-8', { fatal: true });
          expect(parts.map((part) => fatal.decode(part.bytes)).join('')).toBe(text);
          expect(parts.map((part) => part.part)).toEqual(
            parts.map((_, index) => ({
              index,
              count: parts.length,
              parity: Buffer.from(text).reduce((all, byte) => all ^ byte, 0),
            })),
          );
          for (const { symbol } of parts) expect(symbol.usedBits).toBeLessThanOrEqual(symbol.capacityBits);
          const [first] = parts;
          expect(Buffer.from(read(first!.symbol)[0]!.bytes).equals(Buffer.from(first!.bytes))).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives one symbol without header for a text that fits', () => {
    const { parts } = split('short');
    expect(parts).toHaveLength(1);
    expect(parts[0]!.symbol).toEqual(encode('short').symbol);
  });

  it('takes a weaker level only when 16 symbols are not enough', () => {
    const atH = (text: string) => split(text, { level: 'H' }).parts.map(({ symbol }) => symbol.level);
    expect(atH('a'.repeat(20_300))).toEqual(new Array(16).fill('H'));
    expect(atH('a'.repeat(20_400))[0]).toBe('Q');
    expect(atH('1'.repeat(100_000))).toHaveLength(15);
  });

  it('chooses the level of the fewest symbols, then of the smallest, then the strongest, and says what H would take', () => {
    const shape = ({ parts, wantedLevel, atH }: ReturnType<typeof split>) => {
      const { size, version, level } = parts[0]!.symbol;
      expect(level).toBe(wantedLevel);
      return { count: parts.length, size, version, level, atH };
    };
    expect(shape(split('x'.repeat(10_000)))).toMatchObject({ count: 4, level: 'L', atH: { count: 8, size: 177 } });
    expect(shape(split('x'.repeat(40_000)))).toMatchObject({ count: 14, level: 'L', atH: null });
    for (let length = 3000; length < 12_000; length += 431) {
      const text = 'x'.repeat(length);
      const chosen = shape(split(text));
      const all = (['L', 'M', 'Q', 'H'] as const).map((level) => shape(split(text, { level })));
      expect(chosen.count).toBe(Math.min(...all.map(({ count }) => count)));
      const fewest = all.filter(({ count }) => count === chosen.count);
      expect(chosen.version).toBe(Math.min(...fewest.map(({ version }) => version)));
      expect(chosen.level).toBe(fewest.findLast(({ version }) => version === chosen.version)!.level);
      const atH = all[3]!;
      expect(chosen.atH).toEqual(chosen.level === 'H' ? undefined : { count: atH.count, size: atH.size });
    }
  });

  it('makes one symbol of what fits one, at the strongest level that holds it', () => {
    const { parts, wantedLevel, atH } = split('x'.repeat(2000));
    expect(parts.map(({ symbol }) => symbol)).toEqual([encode('x'.repeat(2000)).symbol]);
    expect([wantedLevel, atH]).toEqual(['H', undefined]);
  });

  it('keeps a level that is asked for, however many symbols it takes', () => {
    for (const level of ['L', 'M', 'Q', 'H'] as const) {
      const { parts, wantedLevel, atH } = split('x'.repeat(10_000), { level });
      expect([wantedLevel, atH, ...new Set(parts.map(({ symbol }) => symbol.level))]).toEqual([
        level,
        undefined,
        level,
      ]);
    }
  });

  it('refuses what no set holds, at once', () => {
    const start = performance.now();
    expect(faultOf(() => split('a'.repeat(10_000_000)))).toBe('set-too-long');
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(faultOf(() => split('a'.repeat(47_300)))).toBe('set-too-long');
    expect(faultOf(() => split(''))).toBe('text-empty');
    expect(faultOf(() => split('a', { maxVersion: 41 }))).toBe('option-invalid');
  });

  it.skipIf(spawnSync('zbarimg', ['--version']).status !== 0)('is joined by zbar (skipped without zbarimg)', () => {
    const text = 'Structured append, part by part. '.repeat(12);
    const { parts } = split(text, { level: 'L', maxVersion: 8 });
    expect(parts.length).toBeGreaterThan(1);
    const { stdout } = spawnSync('zbarimg', ['-q', '--raw', '-'], { input: strip(parts.map(({ symbol }) => symbol)) });
    expect(stdout.toString()).toBe(`${text}\n`);
  });
});

it.skipIf(!zintVersion())('has the header bits that zint writes: structured append, ECI (skipped without zint)', () => {
  const { parts } = split('part by part, {lower case} only; '.repeat(19), { level: 'M', maxVersion: 10 });
  expect(parts.length).toBeGreaterThan(2);
  expect(parts[0]!.part.parity).not.toBe(0);
  for (const { symbol, bytes, part } of parts)
    expect(rowsOf(symbol.modules)).toBe(
      zint(symbol, bytes, `--structapp=${part.index + 1},${part.count},${part.parity}`),
    );
  const { symbol } = encode('你好 é', { eci: true });
  expect(rowsOf(symbol.modules)).toBe(zint(symbol, '你好 é', '--eci=26'));
});

describe('eci', () => {
  it('is put before a text beyond ASCII and read as UTF-8', () => {
    const { symbol } = encode('你好 é', { eci: true });
    expect(symbol.segments.map((segment) => segment.mode)).toEqual(['eci', 'byte']);
    expect(read(symbol)).toMatchObject([{ text: '你好 é', hasEci: true }]);
  });

  it('is left out where it says nothing', () => {
    expect(encode('plain', { eci: true }).symbol.segments).toEqual([{ mode: 'byte', characters: 5 }]);
  });

  it.skipIf(spawnSync('zbarimg', ['--version']).status !== 0)('is understood by zbar (skipped without zbarimg)', () => {
    const { stdout } = spawnSync('zbarimg', ['-q', '--raw', '-'], {
      input: strip([encode('Grüße, 你好', { eci: true }).symbol]),
    });
    expect(stdout.toString()).toBe('Grüße, 你好\n');
  });
});

describe('boostLevel', () => {
  it('takes the strongest level of the same version', () => {
    expect(encode('HELLO', { level: 'L' }).symbol).toMatchObject({ version: 1, level: 'L' });
    expect(encode('HELLO', { level: 'L', boostLevel: true })).toMatchObject({
      wantedLevel: 'L',
      symbol: { version: 1, level: 'H' },
    });
    expect(encode('a'.repeat(17), { level: 'L', boostLevel: true }).symbol).toMatchObject({ version: 1, level: 'L' });
  });
});
