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

const opaque = (text: string): Gray => {
  const shades: Record<string, number> = { d: 10, l: 240 };
  return { data: Uint8Array.from(text.repeat(40), (c) => shades[c] ?? 255), width: text.length, height: 40 };
};
/** Rows of dark, light and clear pixels on white and on black. */
const grounds = (text: string): Gray[] => [
  opaque(text),
  { ...opaque(text), data: Uint8Array.from(text.repeat(40), (c) => ({ d: 10, l: 240 })[c] ?? 0) },
];

it('leaves out the ground on which nothing stands out, and no other', () => {
  const seen = (text: string) => {
    const grays = grounds(text);
    return tellingGrounds(grays).map(({ gray, isAlike }) => [grays.indexOf(gray), isAlike]);
  };
  expect(seen('d d d d d ')).toEqual([[0, false]]);
  expect(seen('l l l l l ')).toEqual([[1, false]]);
  expect(seen('d l l l d ')).toEqual([
    [0, false],
    [1, false],
  ]);
  expect(seen('          ')).toEqual([[0, false]]);
  expect(tellingGrounds([opaque('d')])).toHaveLength(1);
});

it('takes black for like white where no light modules lie between clear ones', () => {
  const isAlike = (text: string) => tellingGrounds(grounds(text))[1]?.isAlike;
  expect(isAlike('   lldldldldll   ')).toBe(true);
  expect(isAlike(' d l d l d l d l ')).toBe(false);
  expect(isAlike(' lld llld ')).toBe(true);
});
