import { expect, it } from 'vitest';
import { workOf } from '../../../../src/worker/qr/decode/attempts';
import type { Gray } from '../../../../src/worker/qr/decode/gray';
import { climb } from '../../../../src/worker/qr/decode/ladder';
import { drawSymbol } from './drawSymbol';
import { testEngine } from './engine';

/** Looks like a finder pattern along its middle row and column only, as letters do: a block with a dot on each of its sides. */
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
  expect(search.work.left).toBe(workOf.normal);
});
