import { expect, it } from 'vitest';
import type { FittedGrid } from '../../../../../src/worker/qr/decode/grid/fitGrid';
import { readFit } from '../../../../../src/worker/qr/decode/grid/readFit';
import { transposed } from '../../../../../src/worker/qr/decode/toSymbol';
import { drawSymbol } from '../drawSymbol';

const { modules, size } = drawSymbol('fitted', { version: 2, errorCorrectionLevel: 'Q', scale: 1 });
const clear = Float32Array.from(modules, (dark) => (dark ? 40 : 200));
const nothing = new Float32Array(size * size).fill(100);
const corners: FittedGrid['corners'] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const gridOf = (values: Float32Array, agreement: number, bent = nothing): FittedGrid => ({
  size,
  values,
  agreement,
  corners,
  bend: () => bent,
});

it('reads a grid as it lies, and a mirrored one where that is asked for', () => {
  const work = { left: 1e6 };
  expect(readFit(gridOf(clear, 0.7), work, false)).toMatchObject({ mirrored: false, read: { version: 2, level: 'Q' } });
  expect(work.left).toBeLessThan(1e6);
  expect(readFit(gridOf(transposed(clear, size), 0.7), { left: 1e6 }, true)).toMatchObject({
    mirrored: true,
    read: { level: 'Q' },
  });
  expect(readFit(gridOf(transposed(clear, size), 0.7), { left: 1e6 }, false)).toBeNull();
});

it('takes the blur away', () => {
  const at = (i: number) => clear[i] ?? 200;
  // Each module shows as much of its neighbours to the left as of itself.
  const moved = clear.map(
    (value, i) => 0.36 * value + 0.34 * (i % size ? at(i - 1) : 200) + 0.3 * (i % size > 1 ? at(i - 2) : 200),
  );
  expect(readFit(gridOf(moved, 0.7), { left: 1e6 }, false)).toBeNull();
  const soft = clear.map(
    (value, i) => 0.4 * value + 0.34 * (i % size ? at(i - 1) : 200) + 0.26 * (i % size < size - 1 ? at(i + 1) : 200),
  );
  expect(readFit(gridOf(soft, 0.7), { left: 1e6 }, false)?.read).toMatchObject({
    version: 2,
    mask: expect.any(Number),
  });
});

it('bends the grid further where a symbol surely is, while there is work left', () => {
  expect(readFit(gridOf(nothing, 0.9, clear), { left: 1e6 }, false)?.read.level).toBe('Q');
  expect(readFit(gridOf(nothing, 0.7, clear), { left: 1e6 }, false)).toBeNull();
  expect(readFit(gridOf(nothing, 0.9, clear), { left: 10 }, false)).toBeNull();
});
