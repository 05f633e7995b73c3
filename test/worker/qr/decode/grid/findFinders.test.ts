import { expect, it } from 'vitest';
import { findFinders, findRings } from '../../../../../src/worker/qr/decode/grid/findFinders';
import { fitGrid } from '../../../../../src/worker/qr/decode/grid/fitGrid';
import { pairs, triples } from '../../../../../src/worker/qr/decode/grid/hypotheses';
import { readGrid } from '../../../../../src/worker/qr/decode/grid/readGrid';
import { localThreshold } from '../../../../../src/worker/qr/decode/localMean';
import { halve } from '../../../../../src/worker/qr/decode/scale';
import { symbolOfGrid } from '../../../../../src/worker/qr/decode/toSymbol';
import { drawSymbol } from '../drawSymbol';
import { degradations } from '../provingGround/degradations';
import { seeded } from '../provingGround/random';

it.each([1, 7, 20])('sees the three finders of version %i where they are, and best of all', (version) => {
  const scale = 4;
  const drawn = drawSymbol('1', { version, scale });
  const near = (3.5 + 4) * scale;
  const far = (drawn.size - 3.5 + 4) * scale;
  const found = findFinders(drawn).best(3, () => true);
  for (const [x, y] of [
    [near, near],
    [far, near],
    [near, far],
  ] as const) {
    const finder = found.find((f) => Math.hypot(f.x - x, f.y - y) < scale);
    expect(finder?.module).toBeCloseTo(scale, 0);
  }
});

it.each([
  ['dark', false, 0],
  ['light', true, 255],
] as const)('sees %s rings on a ground of their border', (_, inverted, border) => {
  const scale = 3;
  const drawn = drawSymbol('1', { version: 2, scale });
  const isGround = (i: number) =>
    [i % drawn.width, Math.floor(i / drawn.width)].some((v) => v < 4 * scale || v >= drawn.width - 4 * scale);
  const flush = { ...drawn, data: drawn.data.map((v, i) => (isGround(i) ? border : inverted ? 255 - v : v)) };
  const { dark, light } = findRings(flush);
  const seen = (inverted ? light : dark).best(100, ({ hits }) => hits >= 3);
  const far = drawn.size;
  expect(seen.map(({ x, y }) => [x, y].map((at) => Math.floor(at / scale))).sort()).toEqual(
    [
      [7, 7],
      [7, far],
      [far, 7],
    ].sort(),
  );
  expect((inverted ? dark : light).best(100, () => true)).toEqual([]);
  const lightFinders = findFinders({ ...drawn, data: drawn.data.map((v) => 255 - v) }, true);
  expect(lightFinders.best(100, () => true)).toEqual(findFinders(drawn).best(100, () => true));
});

it('leads to a hypothesis whose fitted grid reads as the text, and to none in noise', () => {
  const random = seeded(5);
  const text = 'from finders to modules';
  const drawn = drawSymbol(text, { version: 5, errorCorrectionLevel: 'Q', scale: 6 });
  const gray = degradations.rotation(drawn, 0.4);
  const binary = localThreshold(gray, 20, 3);
  const finders = findFinders(binary).best(100, () => true);
  const work = { left: 1e7 };
  const reads = [...triples(finders, binary), ...pairs(finders, binary)].flatMap(({ guesses }) =>
    guesses().flatMap(({ corners, size }) => {
      const fit = fitGrid([gray, halve(gray)], corners, size, { scale: 3.2, reach: 1.2, gate: 0.62, least: 0 }, work);
      const read = fit && readGrid(fit.values, size);
      return read ? [{ read, fit }] : [];
    }),
  );
  expect(reads.length).toBeGreaterThan(0);
  for (const { read, fit } of reads) {
    expect(symbolOfGrid(read, fit.corners, 'test', { mirrored: false, inverted: false }).text).toBe(text);
    expect(fit.agreement).toBeGreaterThan(0.9);
  }
  expect(work.left).toBeLessThan(1e7);

  const noise = {
    data: Uint8Array.from({ length: 300 * 300 }, () => (random.between(0, 1) < 0.5 ? 0 : 255)),
    width: 300,
    height: 300,
  };
  const inIt = findFinders(noise).best(14, () => true);
  const likeliest = [...triples(inIt, noise).slice(0, 12), ...pairs(inIt, noise).slice(0, 6)];
  const inNoise = likeliest.flatMap(({ guesses }) =>
    guesses().flatMap(({ corners, size }) => {
      const fit = fitGrid([noise], corners, size, { scale: 3.2, reach: 1.2, gate: 0, least: 0 }, { left: 1e7 });
      return (fit && readGrid(fit.values, size)) ?? [];
    }),
  );
  expect(inNoise).toEqual([]);
});
