import { describe, expect, it } from 'vitest';
import { workOf } from '../../../../src/worker/qr/decode/attempts';
import type { Gray } from '../../../../src/worker/qr/decode/gray';
import { climb } from '../../../../src/worker/qr/decode/ladder';
import type { ZxingRead } from '../../../../src/worker/qr/decode/zxing';
import { drawModules } from './drawModules';
import { drawSymbol } from './drawSymbol';
import { testEngine } from './engine';
import { degradations } from './provingGround/degradations';
import { seeded } from './provingGround/random';

/**
 * Looks like a finder pattern along its middle row and column only, as letters do: a block with a
 * dot on each of its sides.
 */
function drawGlyph({ data, width }: Gray, left: number, top: number, module: number): void {
  for (let y = 0; y < 7 * module; y++) {
    for (let x = 0; x < 7 * module; x++) {
      const [dx, dy] = [x, y].map((at) => Math.abs(Math.floor(at / module) - 3)) as [number, number];
      if (Math.max(dx, dy) <= 1 || (dx + dy === 3 && dx * dy === 0)) data[(top + y) * width + left + x] = 0;
    }
  }
}

/** A symbol on the right of a white page. */
function page(text: string): Gray {
  const drawn = drawSymbol(text, { scale: 5 });
  const gray = { data: new Uint8Array(640 * 400).fill(255), width: 640, height: 400 };
  for (let y = 0; y < drawn.height; y++) {
    gray.data.set(drawn.data.subarray(y * drawn.width, (y + 1) * drawn.width), (y + 20) * gray.width + 400);
  }
  return gray;
}

it('ends with the first call when all that is left only resembles finders', async () => {
  const { zxing } = await testEngine();
  const gray = page('beside lines of text');
  for (const [left, top] of [
    [20, 20],
    [260, 20],
    [20, 260],
  ] as const)
    drawGlyph(gray, left, top, 6);
  const { search } = climb(gray, zxing, 'normal', 'qr', () => false);
  expect(search.symbols.map(({ text, attempt }) => [text, attempt])).toEqual([['beside lines of text', 'engine']]);
  expect(search.unread).toEqual([]);
  expect(search.work.left).toBe(workOf('normal', gray));
});

describe('the QR Code family', () => {
  it.each([
    ['microqrcode', '12345', { version: 'M1' }, 'MicroQRCode'],
    ['microqrcode', 'ABC-1', { version: 'M2' }, 'MicroQRCode'],
    ['microqrcode', 'hello w', { version: 'M3' }, 'MicroQRCode'],
    ['microqrcode', 'https://a.cn', { version: 'M4' }, 'MicroQRCode'],
    ['rectangularmicroqrcode', 'rMQR text', { version: 'R11x59' }, 'RMQRCode'],
    ['rectangularmicroqrcode', 'rMQR text', { version: 'R17x139' }, 'RMQRCode'],
    ['qrcode', 'model 2', {}, 'QRCode'],
  ])('is read by default: %s %s %o', async (bcid, text, options, format) => {
    const { zxing } = await testEngine();
    for (const scale of [2, 3, 7]) {
      const { search } = climb(drawModules(bcid, text, options, scale), zxing, 'normal', 'qr', () => false);
      expect(search.symbols.map((symbol) => [symbol.text, symbol.format])).toEqual([[text, format]]);
    }
  });
});

/** The small picture laid on the large one. */
function laid(large: Gray, small: Gray, left: number, top: number): Gray {
  const data = large.data.slice();
  for (let y = 0; y < small.height; y++)
    data.set(small.data.subarray(y * small.width, (y + 1) * small.width), (top + y) * large.width + left);
  return { ...large, data };
}

describe('a small symbol inside a large one', () => {
  const inner = (scale: number, quiet: number) =>
    drawModules('qrcode', 'inner', { version: 1, eclevel: 'L' }, scale, quiet);
  it.each([
    [10, 8, inner(3, 1)],
    [7, 10, inner(3, 1)],
    [15, 6, inner(3, 2)],
    [20, 5, inner(2, 1)],
    [10, 8, inner(2, 4)],
  ])(
    'is read with it: version %i of %i pixels a module, in its middle and in its quiet zone',
    async (version, scale, small) => {
      const { zxing } = await testEngine();
      const outer = drawModules('qrcode', 'https://example.com/outer', { version, eclevel: 'H' }, scale, 14);
      const places = [
        [(outer.width - small.width) >> 1, (outer.height - small.height) >> 1],
        [3, outer.height >> 1],
        [outer.width >> 1, outer.height - small.height - 3],
      ] as const;
      for (const [left, top] of places) {
        const { search } = climb(laid(outer, small, left, top), zxing, 'normal', 'qr', () => false);
        expect(search.symbols.map(({ text }) => text).sort()).toEqual(['https://example.com/outer', 'inner']);
      }
    },
  );
});

/** An engine that reads nothing, and counts how often it was asked. */
function blindEngine(located: ZxingRead[] = []) {
  const engine = {
    calls: 0,
    readGray: () => {
      engine.calls++;
      return located;
    },
  };
  return engine;
}

it.each([
  ['an empty one', () => 200],
  ['a gradient', (x: number, y: number) => (x + y) / 4],
  ['stripes', (x: number) => (x % 8 < 4 ? 0 : 255)],
] as const)('looks at a picture without finders once, and fits no grid: %s', (_, shade) => {
  const gray = {
    data: Uint8Array.from({ length: 500 * 400 }, (_, i) => shade(i % 500, Math.floor(i / 500))),
    width: 500,
    height: 400,
  };
  const engine = blindEngine();
  const { search, cutOff } = climb(gray, engine, 'normal', 'qr', () => false);
  expect(engine.calls).toBe(1);
  expect(search.work.left).toBe(workOf('normal', gray));
  expect([search.symbols, cutOff]).toEqual([[], false]);
});

it('takes a few glances where the engine located something, and fits no grid', () => {
  const blank = { data: new Uint8Array(500 * 400).fill(200), width: 500, height: 400 };
  const located = blindEngine([
    {
      valid: false,
      size: 0,
      corners: [
        [9, 9],
        [60, 9],
        [60, 60],
        [9, 60],
      ],
    } as unknown as ZxingRead,
  ]);
  expect(climb(blank, located, 'normal', 'qr', () => false).search.work.left).toBe(workOf('normal', blank));
  expect(located.calls).toBe(4);
});

it('climbs on where three finders stand, which the engine does not see', () => {
  const engine = blindEngine();
  const { search } = climb(page('seen by its finders'), engine, 'normal', 'qr', () => false);
  expect(engine.calls).toBeGreaterThan(4);
  expect(search.symbols.map(({ text, engine }) => [text, engine])).toEqual([['seen by its finders', 'grid']]);
});

it('bounds the work by the size of the picture', () => {
  const of = (width: number, height: number) => workOf('normal', { data: new Uint8Array(), width, height });
  expect(of(85, 88)).toBeLessThan(2_000_000);
  expect(of(4000, 3000)).toBeGreaterThan(of(85, 88));
  expect(of(9000, 9000)).toBe(of(4000, 3000));
});

it('looks more closely for others where one was not read at the first look', async () => {
  const { zxing } = await testEngine();
  const random = seeded(1);
  const symbol = (text: string, scale: number) => drawSymbol(text, { version: 3, errorCorrectionLevel: 'Q', scale });
  const hard = degradations.noise(degradations.rotation(symbol('one', 6), 0.5), 0.5, random);
  const small = degradations.occlusion(degradations.bend(symbol('two', 3), 0.6), 0.6, random);
  const wall = { data: new Uint8Array(1500 * 1000).fill(235), width: 1500, height: 1000 };
  const { search } = climb(laid(laid(wall, hard, 100, 100), small, 900, 500), zxing, 'normal', 'qr', () => false);
  expect(search.symbols.map(({ text }) => text).sort()).toEqual(['one', 'two']);
});
