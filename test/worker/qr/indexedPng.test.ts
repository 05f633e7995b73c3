import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/worker/qr/encode';
import { writeSmallPng } from '../../../src/worker/qr/indexedPng';
import { readPng, writePng } from '../../../src/worker/qr/png';
import { resolveLook } from '../../../src/worker/qr/render/look';
import { rgbaPixels, sideOf } from '../../../src/worker/qr/render/pixels';
import { render } from '../../../src/worker/qr/render/render';
import { readTexts } from './readTexts';

const COLOUR_TYPE = 25;
const INDEXED = 3;

describe('PNG with a palette', () => {
  it('gives back the pixels of any opaque picture, with a palette up to 256 colours', () => {
    const picture = fc.record({
      width: fc.integer({ min: 1, max: 40 }),
      height: fc.integer({ min: 1, max: 20 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(picture, fc.integer({ min: 1, max: 400 }), ({ width, height, seed }, count) => {
        const colours = new Set<number>();
        const rgba = new Uint8Array(width * height * 4);
        for (let i = 0; i < width * height; i++) {
          const colour = ((seed + Math.imul(i, 2_654_435_761)) >>> 0) % count;
          colours.add(colour);
          rgba.set([colour & 255, colour >> 8, 255 - (colour & 255), 255], 4 * i);
        }
        const file = writeSmallPng(rgba, width, height);
        expect(Buffer.from(readPng(file).data).equals(rgba)).toBe(true);
        expect(file[COLOUR_TYPE] === INDEXED).toBe(colours.size <= 256);
      }),
    );
  });

  it('leaves a picture that shows through as it is', () => {
    const rgba = Uint8Array.of(1, 2, 3, 255, 1, 2, 3, 254);
    expect(writeSmallPng(rgba, 2, 1)).toEqual(writePng(rgba, 2, 1));
  });

  it.each([{}, { modules: 'dots', finders: 'circle' }, { modules: 'rounded', finders: 'rounded' }] as const)(
    'takes less than half for a coloured symbol of %o, and reads back',
    async (style) => {
      const text = 'https://example.com/item/42';
      const { symbol } = encode(text);
      const wanted = { ...style, dark: '#203060', light: '#fff8e0', scale: 8 };
      const look = resolveLook(wanted);
      const pixels = rgbaPixels(symbol, look);
      const side = sideOf(symbol, look);
      const file = render(symbol, 'png', wanted);
      expect(file[COLOUR_TYPE]).toBe(INDEXED);
      expect(file.length).toBeLessThan(writePng(pixels, side, side).length / 2);
      expect(Buffer.from(readPng(file).data).equals(pixels)).toBe(true);
      expect(await readTexts(file)).toEqual([text]);
    },
  );
});
