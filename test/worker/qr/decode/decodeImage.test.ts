import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DecodeEngine, decodeImage, readSymbolPixels } from '../../../../src/worker/qr/decode/decodeImage';
import { readGrayWithLibrary } from '../../../../src/worker/qr/decode/zxingLibrary';
import { decodeModulesWithLibrary } from '../../../../src/worker/qr/decode/zxingModules';
import { writeJpeg } from '../../../../src/worker/qr/jpeg';
import { writePng } from '../../../../src/worker/qr/png';
import { drawSymbol, rgbaOf } from './drawSymbol';
import { testEngine } from './engine';

let engine: DecodeEngine;
beforeAll(async () => {
  engine = await testEngine();
});

const drawn = drawSymbol('https://example.org/a?b=1');
const png = writePng(drawn.data, drawn.width, drawn.height);

describe('decodeImage', () => {
  it('reads a PNG with all that is known about the symbol', () => {
    const picture = decodeImage(png, { name: 'a.png' }, engine);
    expect(picture).toMatchObject({ width: drawn.width, height: drawn.height, type: 'png' });
    expect(picture.notes).toBeUndefined();
    expect(picture.symbols).toHaveLength(1);
    const [symbol] = picture.symbols;
    expect(symbol).toMatchObject({
      text: 'https://example.org/a?b=1',
      format: 'QRCode',
      version: 2,
      level: 'M',
      engine: 'zxing-wasm',
    });
    expect(symbol!.corners[0]![0]).toBeCloseTo(16, -1);
    expect(symbol!.corners[2]![1]).toBeCloseTo(16 + drawn.size * 4, -1);
  });

  it('reads a JPEG and notes a name that promises another type', () => {
    const jpeg = writeJpeg(rgbaOf(drawn), drawn.width, drawn.height, 80);
    const picture = decodeImage(jpeg, { name: 'a.png' }, engine);
    expect(picture.symbols[0]!.text).toBe('https://example.org/a?b=1');
    expect(picture.notes).toMatchObject([{ code: 'picture-type-mismatch', data: { named: 'PNG', type: 'JPEG' } }]);
  });

  it('gives with one call on the file what it gives with its pixels, and the same answer to a damaged file', () => {
    for (const bytes of [png, writeJpeg(rgbaOf(drawn), drawn.width, drawn.height, 80)]) {
      const [fast, normal] = (['fast', 'normal'] as const).map(
        (effort) => decodeImage(bytes, { effort }, engine).symbols,
      );
      expect(fast).toHaveLength(1);
      expect(fast).toEqual(normal);
    }
    expect(decodeImage(png.slice(0, 90), { effort: 'fast' }, engine).error?.code).toBe('picture-damaged');
  });

  it('reads a see-through symbol that shows only on black', () => {
    const rgba = rgbaOf(drawn);
    for (let j = 0; j < rgba.length; j += 4) {
      rgba[j + 3] = rgba[j] ? 255 : 0;
      rgba.fill(255, j, j + 3);
    }
    expect(decodeImage(writePng(rgba, drawn.width, drawn.height), {}, engine).symbols[0]!.text).toBe(
      'https://example.org/a?b=1',
    );
  });

  it.each([
    ['picture-empty', new Uint8Array(), {}],
    ['picture-unknown-type', new TextEncoder().encode('no picture at all'), { name: 'a.png' }],
    ['picture-damaged', png.slice(0, 90), {}],
    ['picture-damaged', png.slice(0, 20), {}],
    ['picture-too-large', hugeHeader(), {}],
    ['picture-too-large', png, { maxPixels: 1000 }],
  ])('answers %s', (code, bytes, options) => {
    expect(decodeImage(bytes, options, engine).error?.code).toBe(code);
  });

  it('reads small codes and large ones of a picture that is too large to be searched as it is, and says where they are', () => {
    const side = 6200;
    const data = new Uint8Array(side * side).fill(255);
    const small = drawSymbol('small', { scale: 2 });
    const large = drawSymbol('large', { scale: 80 });
    for (const [symbol, left, top] of [
      [small, 5101, 301],
      [large, 400, 2500],
    ] as const) {
      for (let y = 0; y < symbol.height; y++)
        data.set(symbol.data.subarray(y * symbol.width, (y + 1) * symbol.width), (top + y) * side + left);
    }
    const { symbols, cutOff } = decodeImage(writePng(data, side, side), { timeoutMs: 100_000 }, engine);
    expect(cutOff).toBeUndefined();
    const at = Object.fromEntries(symbols.map(({ text, corners }) => [text, corners[0]]));
    expect(Object.keys(at).sort()).toEqual(['large', 'small']);
    expect(Math.hypot(at.small![0] - 5109, at.small![1] - 309)).toBeLessThan(4);
    expect(Math.hypot(at.large![0] - 720, at.large![1] - 2820)).toBeLessThan(20);
  });

  it('refuses a kind of picture that would take too much memory at its size', () => {
    // Four components are left to the reader that makes RGBA of them.
    const jpeg = writeJpeg(rgbaOf(drawn), drawn.width, drawn.height, 80);
    const frame = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xc0);
    const sized = Uint8Array.from(jpeg);
    sized.set([0x1f, 0x40, 0x1f, 0x40], frame + 5);
    sized[frame + 4] = 12;
    expect(decodeImage(sized, {}, engine).error?.code).toBe('picture-kind-too-large');
  });

  it('gives what was read when the time is over between two attempts, and tells each symbol at once', () => {
    // A symbol and, beside it, one whose content is destroyed: something is left to look for.
    const { width: side, height } = drawn;
    const two = new Uint8Array(side * 2 * height);
    for (let y = 0; y < height; y++) {
      const row = drawn.data.subarray(y * side, (y + 1) * side);
      two.set(row, y * 2 * side);
      two.set(y > 50 && y < 80 ? row.map((v, x) => (x > 50 && x < 80 ? 255 - v : v)) : row, y * 2 * side + side);
    }
    const told: string[] = [];
    let time = 0;
    const late = { ...engine, now: () => (time += 1000) };
    const picture = decodeImage(writePng(two, 2 * side, height), { timeoutMs: 1000 }, late, ({ text }) =>
      told.push(text),
    );
    expect(picture).toMatchObject({ cutOff: true, symbols: [{ text: 'https://example.org/a?b=1' }] });
    expect(told).toEqual(['https://example.org/a?b=1']);
    expect(picture.error).toBeUndefined();
  });

  it('refuses a JPEG whose second frame is not the one that was judged', () => {
    const jpeg = writeJpeg(rgbaOf(drawn), drawn.width, drawn.height, 80);
    const at = jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xc0);
    const frame = jpeg.slice(at, at + 2 + ((jpeg[at + 2]! << 8) | jpeg[at + 3]!));
    const second = frame.slice();
    second.set([0x27, 0x10, 0x27, 0x10], 5);
    const both = new Uint8Array([...jpeg.slice(0, at), ...frame, ...second, ...jpeg.slice(at + frame.length)]);
    for (const bytes of [both, both.slice(0, at + 2 * frame.length + 20)])
      expect(decodeImage(bytes, {}, engine).error?.code).toBe('picture-damaged');
  });

  it('says nothing but an empty list of a picture without a symbol', () => {
    const picture = decodeImage(writePng(new Uint8Array(90 * 90).fill(200), 90, 90), {}, engine);
    expect(picture.error).toBeUndefined();
    expect(picture.symbols).toEqual([]);
  });

  it('answers whatever bytes it is given', () => {
    const places = fc.array(fc.tuple(fc.nat(png.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(places, (changes) => {
        const bytes = png.slice();
        for (const [at, value] of changes) bytes[at] = value;
        for (const { text } of decodeImage(bytes, {}, engine).symbols) expect(text).toBe('https://example.org/a?b=1');
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('reading back', () => {
  it('takes luminance without a file', () => {
    expect(readSymbolPixels(drawn.data, drawn.width, drawn.height, engine)[0]!.text).toBe('https://example.org/a?b=1');
  });

  it('asks the second engine about modules and about pixels', () => {
    expect(decodeModulesWithLibrary(drawn.modules, drawn.size)?.text).toBe('https://example.org/a?b=1');
    expect(decodeModulesWithLibrary(new Uint8Array(21 * 21), 21)).toBeNull();
    expect(readGrayWithLibrary(drawn.data, drawn.width, drawn.height)?.text).toBe('https://example.org/a?b=1');
  });
});

function hugeHeader(): Uint8Array {
  const bytes = png.slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(16, 100_000);
  view.setUint32(20, 100_000);
  return bytes;
}
