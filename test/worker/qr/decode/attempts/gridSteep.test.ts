/** Symbols seen at a steep angle, among other things that look like their finders. */
import { expect, it } from 'vitest';
import type { Corners } from '../../../../../src/worker/protocol/picture';
import type { Gray } from '../../../../../src/worker/qr/decode/gray';
import { climb } from '../../../../../src/worker/qr/decode/ladder';
import { drawSymbol } from '../drawSymbol';
import { testEngine } from '../engine';
import { seenAtAngle } from '../tools/seenAtAngle';

const TEXT = 'a shelf, from its end';
const MODULE = 3;
/** Where the card's corners come to lie. */
const SEEN: Corners = [
  [82, 170],
  [264, 165],
  [440, 290],
  [348, 380],
];

/** A bare finder pattern with its margin. */
function stamp({ data, width }: Gray, left: number, top: number): void {
  for (let y = -MODULE; y < 8 * MODULE; y++) {
    for (let x = -MODULE; x < 8 * MODULE; x++) {
      const ring = Math.max(...[x, y].map((v) => Math.abs(Math.floor(v / MODULE) - 3)));
      data[(top + y) * width + left + x] = ring <= 1 || ring === 3 ? 20 : 230;
    }
  }
}

it('is tried where its finders really stand, though others lie more like a symbol', async () => {
  const { zxing } = await testEngine();
  const flat = drawSymbol(TEXT, { version: 3, errorCorrectionLevel: 'M', scale: 8 });
  const gray = seenAtAngle(flat, SEEN, 520, 420);
  for (let i = 0; i < 6; i++) stamp(gray, 50 + (i % 3) * 133, i < 3 ? 20 : 365);
  const found = climb(gray, zxing, 'normal', 'qr', () => false).search.symbols;
  expect(found.map(({ text, attempt }) => ({ text, attempt }))).toEqual([{ text: TEXT, attempt: 'grid-steep' }]);
});
