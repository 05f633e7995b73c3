/** Symbols seen aslant of whose finders one is hidden. */
import { expect, it } from 'vitest';
import type { Corners } from '../../../../../src/worker/protocol/picture';
import { workOf } from '../../../../../src/worker/qr/decode/attempts';
import { gridFinders } from '../../../../../src/worker/qr/decode/attempts/gridFinders';
import { createSearch } from '../../../../../src/worker/qr/decode/search';
import { drawSymbol } from '../drawSymbol';
import { testEngine } from '../engine';
import { seenAtAngle } from '../tools/seenAtAngle';

const SIDE = 420;
const SCALE = 8;
/** Where the corners of the card come to lie. */
const STEEP: Corners = [
  [70, 60],
  [330, 100],
  [372, 350],
  [108, 300],
];
const GENTLE: Corners = [
  [70, 60],
  [330, 80],
  [370, 328],
  [105, 300],
];

it.each([
  ['at the bottom left', 0, 1, STEEP],
  ['at the top right', 1, 0, GENTLE],
] as const)('%s', async (_, column, row, card) => {
  const { zxing } = await testEngine();
  const flat = drawSymbol('one hidden', { version: 2, errorCorrectionLevel: 'H', scale: SCALE });
  const hidden = 12 * SCALE;
  for (let y = 0; y < hidden; y++)
    for (let x = 0; x < hidden; x++)
      flat.data[(row * (flat.height - hidden) + y) * flat.width + column * (flat.width - hidden) + x] = 255;
  const gray = seenAtAngle(flat, card, SIDE, SIDE);
  const search = createSearch(gray, zxing, workOf('normal', gray));
  gridFinders('grid', { side: 1400, radius: 20, blur: 0, offset: 3 }, 12, 0.6).run(search);
  expect(search.symbols.map(({ text }) => text)).toEqual(['one hidden']);
});
