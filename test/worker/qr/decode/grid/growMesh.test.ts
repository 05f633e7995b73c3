import { expect, it } from 'vitest';
import { growMesh } from '../../../../../src/worker/qr/decode/grid/growMesh';
import { boxBlur, darkness } from '../../../../../src/worker/qr/decode/localMean';
import { drawSymbol } from '../drawSymbol';

const MODULE = 5;
const MARGIN = 20;

/**
 * A symbol on crumpled paper: where each module's middle lies, and the picture of it as darkness.
 */
function crumpled(version: number, depth: number) {
  const { modules, size } = drawSymbol('crumpled', { version, scale: 1 });
  const bent = (x: number, y: number) =>
    [
      MARGIN + MODULE * (x + depth * Math.sin((1.2 * Math.PI * y) / size) * Math.sin((1.5 * Math.PI * x) / size)),
      MARGIN + MODULE * (y + depth * Math.sin((1.1 * Math.PI * x) / size) * Math.sin((1.3 * Math.PI * y) / size)),
    ] as const;
  const side = size * MODULE + 2 * MARGIN;
  const data = new Uint8Array(side * side).fill(200);
  // Finer than pixels, so that none is left out.
  for (let y = 0; y < size; y += 0.1) {
    for (let x = 0; x < size; x += 0.1) {
      const [px, py] = bent(x, y);
      data[Math.floor(py) * side + Math.floor(px)] = modules[Math.floor(y + 1e-6) * size + Math.floor(x + 1e-6)]
        ? 40
        : 200;
    }
  }
  const middles = Array.from({ length: size * size }, (_, i) => bent((i % size) + 0.5, Math.floor(i / size) + 0.5));
  const dark = { data: darkness(boxBlur({ data, width: side, height: side }, 2), 22), width: side, height: side };
  return { dark, size, middles };
}

const flat = (size: number, axis: 'x' | 'y') =>
  Float64Array.from(
    { length: size * size },
    (_, i) => MARGIN + MODULE * ((axis === 'x' ? i % size : Math.floor(i / size)) + 0.5),
  );

it.each([
  [1, 0.7],
  [4, 0.7],
  [7, 0.7],
  [4, 1.3],
  [7, 1.5],
])('follows crumpled paper: version %i, bent by %d modules', (version, depth) => {
  const { dark, size, middles } = crumpled(version, depth);
  const [xs, ys] = [flat(size, 'x'), flat(size, 'y')];
  /** Share of modules whose point lies on another module. */
  const off = () =>
    middles.filter(([x, y], i) => Math.max(Math.abs(xs[i]! - x), Math.abs(ys[i]! - y)) > MODULE / 2).length /
    middles.length;
  const before = off();
  expect(before).toBeGreaterThan(0.05);
  expect(growMesh(dark, xs, ys, size, MODULE)).toBeGreaterThan(0);
  expect(off()).toBeLessThan(before / 6);
});

it('leaves a flat symbol where it is', () => {
  const { dark, size } = crumpled(3, 0);
  const [xs, ys] = [flat(size, 'x'), flat(size, 'y')];
  growMesh(dark, xs, ys, size, MODULE);
  const furthest = Math.max(
    ...xs.map((x, i) => Math.abs(x - flat(size, 'x')[i]!)),
    ...ys.map((y, i) => Math.abs(y - flat(size, 'y')[i]!)),
  );
  expect(furthest).toBeLessThan(MODULE / 2);
});
