/** Rolls are looked for where the finders stand that no roll would move, and there alone. */
import { expect, it } from 'vitest';
import type { Corners } from '../../../../../src/worker/protocol/picture';
import type { Gray } from '../../../../../src/worker/qr/decode/gray';
import { rise } from '../../../../../src/worker/qr/decode/grid/roll';
import { rolled } from '../../../../../src/worker/qr/decode/grid/rolled';
import { drawSymbol } from '../drawSymbol';

const SCALE = 6;
const ROLL = 0.12;
const drawn = drawSymbol('rolled', { version: 2, scale: SCALE });
const side = SCALE * drawn.size;
const corners: Corners = [
  [24, 24],
  [24 + side, 24],
  [24 + side, 24 + side],
  [24, 24 + side],
];

/** Columns slide down, the further from the finders' middle columns the more. */
const bent: Gray = {
  ...drawn,
  data: drawn.data.map((_, i, data) => {
    const [x, y] = [i % drawn.width, Math.floor(i / drawn.width)];
    const from = Math.round(y - ROLL * side * rise((x + 0.5 - 24) / side, drawn.size));
    return (from >= 0 && from < drawn.height ? data[from * drawn.width + x]! : 255) < 128 ? 0 : 255;
  }),
};

it('finds the roll of a symbol', () => {
  const found = rolled(bent, { corners, size: drawn.size }, 0.84, { left: 1e6 });
  expect(found?.roll?.isAcross).toBe(true);
  expect(found?.roll?.u).toBeCloseTo(0, 1);
  expect(found?.roll?.v).toBeCloseTo(ROLL, 1);
  expect(found?.agreement).toBeGreaterThan(0.95);
});

it('does not look for one in texture', () => {
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647);
  const data = drawn.data.map(() => (random() & 64 ? 0 : 255));
  const work = { left: 1e6 };
  expect(rolled({ ...drawn, data }, { corners, size: drawn.size }, 0.84, work)).toBeNull();
  expect(work.left).toBe(1e6);
});
