/**
 * Files written by ImageMagick with libtiff; PNG of the same symbol for comparison would be more
 * than the symbol itself proves.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DecodeEngine, decodeImage } from '../../../../../../src/worker/qr/decode/decodeImage';
import { readTiffPage, tiffPages } from '../../../../../../src/worker/qr/decode/pixels/tiff/readTiff';
import { testEngine } from '../../engine';

const folder = join(__dirname, '../../../../../fixtures/tiff');
const files = readdirSync(folder);
const file = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

let engine: DecodeEngine;
beforeAll(async () => {
  engine = await testEngine();
});

describe('TIFF', () => {
  it.each(files.filter((name) => name !== 'pages.tif'))('%s', (name) => {
    const picture = decodeImage(file(name), { name }, engine);
    expect(picture).toMatchObject({ type: 'tiff', width: 54, height: 54, symbols: [{ text: 'tiff' }] });
    expect([picture.error, picture.notes]).toEqual([undefined, undefined]);
  });

  it('gives every pixel, whatever the compression', () => {
    const [plain, ...others] = ['bilevel', 'g3', 'g4', 'g4-lsb', 'gray-packbits'].map((name) => {
      const bytes = file(`${name}.tif`);
      return readTiffPage(bytes, tiffPages(bytes)[0]!).grays[0].data;
    });
    for (const other of others) expect(other).toEqual(plain);
    const [lzw, deflate] = ['rgb-lzw', 'rgb-deflate'].map((name) => {
      const bytes = file(`${name}.tif`);
      return readTiffPage(bytes, tiffPages(bytes)[0]!).grays[0].data;
    });
    expect(lzw).toEqual(deflate);
  });

  it.each([
    ['gray-jpeg', 'bilevel'],
    ['rgb-jpeg', 'rgb-lzw'],
    ['cmyk', 'bilevel'],
  ])('gives the luminance of the colours: %s like %s', (lossy, exact) => {
    const [read, expected] = [lossy, exact].map((name) => {
      const bytes = file(`${name}.tif`);
      return readTiffPage(bytes, tiffPages(bytes)[0]!).grays[0].data;
    });
    expect(Math.max(...read!.map((shade, i) => Math.abs(shade - expected![i]!)))).toBeLessThan(16);
  });

  it('has the symbols of all pages, with the page', () => {
    const { symbols, notes } = decodeImage(file('pages.tif'), {}, engine);
    expect(symbols.map(({ text, frame }) => [text, frame])).toEqual([
      ['tiff', undefined],
      ['page 2', 1],
    ]);
    expect(notes).toBeUndefined();
  });

  it('refuses sizes beyond the limit, and says which kind it cannot read', () => {
    expect(decodeImage(file('g4.tif'), { maxPixels: 100 }, engine).error?.code).toBe('picture-too-large');
    const odd = file('bilevel.tif');
    const view = new DataView(odd.buffer);
    const at = view.getUint32(4, true);
    for (let i = 0; i < view.getUint16(at, true); i++)
      if (view.getUint16(at + 2 + 12 * i, true) === 259) view.setUint16(at + 10 + 12 * i, 34661, true);
    expect(decodeImage(odd, {}, engine).error).toMatchObject({
      code: 'picture-kind-unread',
      data: { type: 'TIFF (34661, 1, 8)' },
    });
  });

  it('answers whatever bytes it is given', () => {
    const some = files.filter((name) => !/jpeg/.test(name));
    const changes = fc.array(fc.tuple(fc.nat(2000), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.constantFrom(...some), changes, fc.nat(3000), (name, places, cut) => {
        const bytes = file(name);
        for (const [at, value] of places) bytes[at % bytes.length] = value;
        const { error, symbols } = decodeImage(
          bytes.subarray(0, Math.max(8, bytes.length - cut)),
          { effort: 'fast', maxPixels: 100_000 },
          engine,
        );
        expect(error?.code).not.toBe('internal');
        for (const { text } of symbols) expect(['tiff', 'page 2']).toContain(text);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
