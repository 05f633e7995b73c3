import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { decodeImage } from '../../../../src/worker/qr/decode/decodeImage';
import type { Gray } from '../../../../src/worker/qr/decode/gray';
import { tellingGrounds } from '../../../../src/worker/qr/decode/tellingGrounds';
import { encode } from '../../../../src/worker/qr/encode';
import { testEngine } from './engine';

const engine = await testEngine();
const SCALE = 3;

type Rgba = readonly [number, number, number, number];

/** A symbol whose dark and light modules, and whose quiet zone, have these colours. */
function picture(dark: Rgba, light: Rgba, quiet: Rgba): Uint8Array {
  const { modules, size } = encode('ground').symbol;
  const side = (size + 8) * SCALE;
  const png = new PNG({ width: side, height: side });
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / SCALE) - 4, Math.floor(x / SCALE) - 4];
      const isInside = row >= 0 && column >= 0 && row < size && column < size;
      png.data.set(isInside ? (modules[row * size + column] ? dark : light) : quiet, 4 * (y * side + x));
    }
  return new Uint8Array(PNG.sync.write(png));
}

const [BLACK, WHITE, NONE, BLUE, YELLOW] = [
  [0, 0, 0, 255],
  [255, 255, 255, 255],
  [0, 0, 0, 0],
  [20, 20, 160, 255],
  [250, 230, 60, 255],
] as const;

it.each([
  ['dark modules alone', BLACK, NONE, NONE],
  ['blue modules alone', BLUE, NONE, NONE],
  ['light modules and quiet zone alone', NONE, WHITE, WHITE],
  ['light modules of an inverted symbol alone', WHITE, NONE, NONE],
  ['yellow modules of an inverted symbol alone', YELLOW, NONE, NONE],
  ['both, on no ground', BLACK, WHITE, NONE],
  ['both, inverted, on no ground', WHITE, BLACK, NONE],
])('%s are read', (_, dark, light, quiet) => {
  expect(decodeImage(picture(dark, light, quiet), {}, engine).symbols.map(({ text }) => text)).toEqual(['ground']);
});

it('leaves out the ground on which nothing stands out, and no other', () => {
  const of = (...shades: number[]): Gray => ({
    data: Uint8Array.from({ length: 400 }, (_, i) => shades[i % shades.length]!),
    width: 20,
    height: 20,
  });
  const [dark, light] = [
    [of(10, 255), of(10, 0)],
    [of(240, 255), of(240, 0)],
  ];
  expect(tellingGrounds(dark!)).toEqual([dark![0]]);
  expect(tellingGrounds(light!)).toEqual([light![1]]);
  const both = [of(10, 240, 255), of(10, 240, 0)];
  expect(tellingGrounds(both)).toEqual(both);
  expect(tellingGrounds([of(255)])).toHaveLength(1);
  expect(tellingGrounds([of(255), of(0)])).toHaveLength(1);
});
