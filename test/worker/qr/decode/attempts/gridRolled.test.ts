/** Symbols around a bottle or a pillar, seen from above, below or aside. */
import { expect, it } from 'vitest';
import type { Gray } from '../../../../../src/worker/qr/decode/gray';
import { between } from '../../../../../src/worker/qr/decode/grid/between';
import { climb } from '../../../../../src/worker/qr/decode/ladder';
import { drawSymbol } from '../drawSymbol';
import { testEngine } from '../engine';

const TEXT = 'around the bottle';

/** The middle is moved by so many sides, less by a parabola towards the edges. */
function rollUp(flat: Gray, byX: number, byY: number): Gray {
  const side = flat.width;
  const ground = Math.round(side / 4);
  const width = side + 2 * ground;
  const data = new Uint8Array(width * width).fill(255);
  for (let i = 0; i < data.length; i++) {
    const [x, y] = [(i % width) + 0.5 - ground, Math.floor(i / width) + 0.5 - ground];
    let u = x;
    const arch = () => 4 * (u / side) * (1 - u / side) - 0.5;
    for (let round = 0; round < 12; round++) u = x - side * byX * arch();
    const v = y - side * byY * arch();
    if (u > 0 && v > 0 && u < side && v < side) data[i] = between(flat.data, side, side, u, v);
  }
  return { data, width, height: width };
}

const transposed = ({ data, width, height }: Gray): Gray => ({
  data: data.map((_, i) => data[(i % width) * width + Math.floor(i / width)]!),
  width,
  height,
});

it.each([
  ['seen from above', 0, 0.24, false],
  ['lying, seen from below', 0, -0.2, true],
  ['lying, and seen aside', 0.1, 0.13, true],
])('%s', async (_, byX, byY, isLying) => {
  const { zxing } = await testEngine();
  const flat = drawSymbol(TEXT, { version: 3, errorCorrectionLevel: 'M', scale: 6 });
  const gray = isLying ? transposed(rollUp(transposed(flat), byX, byY)) : rollUp(flat, byX, byY);
  const found = climb(gray, zxing, 'normal', 'qr', () => false).search.symbols;
  expect(found.map(({ text, attempt }) => ({ text, attempt }))).toEqual([{ text: TEXT, attempt: 'grid-rolled' }]);
});
