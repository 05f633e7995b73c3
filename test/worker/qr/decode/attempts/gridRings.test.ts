/** Symbols without a quiet zone, made with another encoder than ours. */
import bwipjs from 'bwip-js/node';
import { expect, it } from 'vitest';
import { workOf } from '../../../../../src/worker/qr/decode/attempts';
import { gridRings } from '../../../../../src/worker/qr/decode/attempts/gridRings';
import type { Gray } from '../../../../../src/worker/qr/decode/gray';
import { climb } from '../../../../../src/worker/qr/decode/ladder';
import { resize } from '../../../../../src/worker/qr/decode/scale';
import { createSearch } from '../../../../../src/worker/qr/decode/search';
import { testEngine } from '../engine';
import { seeded } from '../provingGround/random';

interface Shades {
  dark: number;
  light: number;
  ground: number;
}
const onDark: Shades = { dark: 0, light: 255, ground: 30 };
const inverted: Shades = { dark: 255, light: 0, ground: 255 };

/** Sides with a quiet zone: left, top, right, bottom. */
type Quiet = readonly [boolean, boolean, boolean, boolean];
const FLUSH: Quiet = [false, false, false, false];

/**
 * A symbol on a card, and the card on a larger ground; the card's corners are rounded when `radius`
 * (modules) is not 0.
 */
function card(text: string, version: number, scale: number, shades: Shades, quiet = FLUSH, radius = 0): Gray {
  const [{ pixs, pixx: size }] = bwipjs.raw({ bcid: 'qrcode', text, version, eclevel: 'M' } as Parameters<
    typeof bwipjs.raw
  >[0]) as unknown as [{ pixs: number[]; pixx: number }];
  const [left, top, right, bottom] = quiet.map((isQuiet) => (isQuiet ? 4 : 0)) as [number, number, number, number];
  const [across, down] = [left + size + right, top + size + bottom];
  // Drawn large, so that fractions of a pixel come out as a camera or a screen would mix them.
  const times = 8;
  const [width, height] = [(across + 24) * times, (down + 20) * times];
  const data = new Uint8Array(width * height).fill(shades.ground);
  for (let y = 0; y < down * times; y++) {
    for (let x = 0; x < across * times; x++) {
      const [u, v] = [x / times, y / times];
      const [dx, dy] = [radius - Math.min(u, across - u), radius - Math.min(v, down - v)];
      if (dx > 0 && dy > 0 && Math.hypot(dx, dy) > radius) continue;
      const [i, j] = [Math.floor(u) - left, Math.floor(v) - top];
      const isDark = i >= 0 && j >= 0 && i < size && j < size && pixs[j * size + i] === 1;
      data[(y + 9 * times) * width + x + 11 * times] = isDark ? shades.dark : shades.light;
    }
  }
  return resize({ data, width, height }, (width * scale) / times, (height * scale) / times).gray;
}

const text = 'https://example.com/flush';

it.each<[string, number, number, Shades, Quiet, number]>([
  ['on a dark ground', 3, 3, onDark, FLUSH, 0],
  ['on a dark ground, small', 4, 2, onDark, FLUSH, 0],
  ['on the same shade', 3, 4, { ...onDark, ground: 0 }, FLUSH, 0],
  ['on a lighter ground', 5, 2.5, { ...onDark, ground: 80 }, FLUSH, 0],
  ['large modules', 2, 26, onDark, FLUSH, 0],
  ['on a card with round corners', 3, 4, onDark, FLUSH, 1.5],
  ['flush on one side', 4, 3, { ...onDark, ground: 0 }, [false, true, true, true], 0],
  ['flush on two sides', 10, 3, onDark, [false, false, true, true], 0],
  ['inverted on white', 3, 4, inverted, FLUSH, 0],
  ['inverted on white, small', 3, 2, inverted, FLUSH, 0],
])('reads a symbol %s', async (_, version, scale, shades, quiet, radius) => {
  const { zxing } = await testEngine();
  const { search } = climb(card(text, version, scale, shades, quiet, radius), zxing, 'normal', 'qr', () => false);
  expect(search.symbols.map((symbol) => [symbol.text, symbol.inverted ?? false])).toEqual([
    [text, shades === inverted],
  ]);
});

it('spends no work where no three rings stand as finders do', async () => {
  const { zxing } = await testEngine();
  const random = seeded(3);
  const noise = { data: Uint8Array.from({ length: 300 * 200 }, () => random.between(0, 255)), width: 300, height: 200 };
  const search = createSearch(noise, zxing, workOf('normal', noise));
  gridRings.run(search);
  expect(search.symbols).toEqual([]);
  expect(search.work.left).toBe(workOf('normal', noise));
});
