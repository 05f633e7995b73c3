/** JPEG by the library: every size is read that the header names, and none beyond. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readJpeg, writeJpeg } from '../../../src/worker/qr/jpeg';

const picture = (width: number, height: number) =>
  writeJpeg(new Uint8Array(width * height * 4).fill(200), width, height, 50);

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

/** What libjpeg-turbo reads there, by x and y. */
const PIXELS = [
  [10, 10, [227, 221, 42]],
  [50, 5, [114, 115, 153]],
  [5, 40, [30, 35, 230]],
] as const;

const rgbFile = () => new Uint8Array(readFileSync(join(__dirname, '../../fixtures/jpeg/rgb.jpg')));

/** Numbers its components and says by Adobe's segment what they are. */
function byAdobe(file: Uint8Array): Uint8Array {
  const renamed = file.slice();
  for (let i = 0; i + 7 < file.length; i++) {
    const step = file[i] !== 0xff ? 0 : file[i + 1] === 0xc0 ? 3 : file[i + 1] === 0xda ? 2 : 0;
    const first = step === 3 ? i + 10 : i + 5;
    for (let c = 0; step && c < 3; c++) renamed[first + step * c] = c + 1;
  }
  const segment = [0xff, 0xee, 0, 14, ...new TextEncoder().encode('Adobe'), 0, 100, 0, 0, 0, 0, 0];
  return Uint8Array.from([...renamed.subarray(0, 2), ...segment, ...renamed.subarray(2)]);
}

it.each([
  ['by the names of the components', (file: Uint8Array) => file],
  ['by the segment of Adobe', byAdobe],
])('reads red, green and blue as such: %s', (_, change) => {
  const { data, width } = readJpeg(change(rgbFile()), { width: 61, height: 45 });
  for (const [x, y, colour] of PIXELS) {
    const at = 4 * (y * width + x);
    for (const [c, shade] of colour.entries()) expect(Math.abs(data[at + c]! - shade)).toBeLessThan(3);
  }
});
