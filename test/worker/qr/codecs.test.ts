/** The engine knows no codec by itself: what a host gives is used. */
import { afterEach, expect, it } from 'vitest';
import { codecs, prepareCodecs } from '../../../src/worker/qr/codecs';
import { readJpeg, writeJpeg } from '../../../src/worker/qr/jpeg';
import { readPng, writePng } from '../../../src/worker/qr/png';

const ours = codecs();
afterEach(() => prepareCodecs(ours));

it('asks the host for pixels and files, and tells of damage in its own words', () => {
  const asked: string[] = [];
  const answer = <T>(request: string, value: T) => {
    asked.push(request);
    return value;
  };
  const pixels = { data: new Uint8Array(8), width: 2, height: 1 };
  const png = writePng(new Uint8Array([1, 2]), 2, 1);
  prepareCodecs({
    decodePng: () => answer('decodePng', pixels),
    encodePng: (_data, width, height, colour) => answer(`encodePng ${width}x${height} ${colour}`, png),
    decodeJpeg: (_file, { maxMegapixels, isRgb }) => answer(`decodeJpeg ${maxMegapixels} ${isRgb}`, pixels),
    encodeJpeg: (_pixels, quality) => answer(`encodeJpeg ${quality}`, png),
  });
  expect(readPng(png)).toBe(pixels);
  for (const [data, width] of [
    [[1, 2], 2],
    [[1, 2, 3, 255], 1],
    [[1, 2, 3, 4], 1],
  ] as const)
    writePng(Uint8Array.from(data), width, 1);
  expect(readJpeg(png, { width: 2, height: 1 })).toBe(pixels);
  writeJpeg(pixels.data, 2, 1, 80);
  expect(asked).toEqual([
    'decodePng',
    'encodePng 2x1 gray',
    'encodePng 1x1 rgb',
    'encodePng 1x1 rgba',
    'decodeJpeg 0.000002 false',
    'encodeJpeg 80',
  ]);
  expect(() => readJpeg(png, { width: 1, height: 1 })).toThrow(expect.objectContaining({ code: 'picture-damaged' }));
});
