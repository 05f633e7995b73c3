/** JPEG by the library: every size is read that the header names, and none beyond. */
import { expect, it } from 'vitest';
import { readJpeg, writeJpeg } from '../../../src/worker/qr/jpeg';

const picture = (width: number, height: number) => writeJpeg(new Uint8Array(width * height * 4).fill(200), width, height, 50);

it('reads pictures of any size, also where size / 1e6 * 1e6 rounds to less', () => {
  const any = Array.from({ length: 120 }, (_, i) => [i + 1, 33 + (i % 7)] as const);
  const rounded = any.filter(([width, height]) => ((width * height) / 1e6) * 1000 * 1000 < width * height);
  const sizes = [any[0]!, ...rounded.slice(0, 3)];
  expect(sizes).toHaveLength(4);
  for (const [width, height] of sizes) {
    const { data, ...size } = readJpeg(picture(width, height), { width, height });
    expect(size).toEqual({ width, height });
    expect(data).toHaveLength(width * height * 4);
  }
});

it('refuses a picture that is larger than was judged, by one row already', () => {
  expect(() => readJpeg(picture(40, 41), { width: 40, height: 40 })).toThrow('picture-damaged');
});
