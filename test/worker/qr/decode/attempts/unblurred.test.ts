/** Symbols that were out of focus, or moved while the picture was taken. */
import { expect, it } from 'vitest';
import { sharpened } from '../../../../../src/worker/qr/decode/blur/sharpened';
import type { Gray } from '../../../../../src/worker/qr/decode/gray';
import { climb } from '../../../../../src/worker/qr/decode/ladder';
import { drawSymbol } from '../drawSymbol';
import { testEngine } from '../engine';
import { degradations } from '../provingGround/degradations';
import { seeded } from '../provingGround/random';

const TEXT = 'out of focus';

/** Each pixel becomes the mean of those around it that `isMixed` tells, with some noise. */
function blurred({ data, width, height }: Gray, reach: number, isMixed: (dx: number, dy: number) => boolean): Gray {
  const random = seeded(7);
  const taps = Array.from({ length: (2 * reach + 1) ** 2 }, (_, k) => [
    (k % (2 * reach + 1)) - reach,
    Math.floor(k / (2 * reach + 1)) - reach,
  ]).filter(([dx, dy]) => isMixed(dx!, dy!));
  const out = data.map((_, i) => {
    let sum = 0;
    for (const [dx, dy] of taps) {
      const x = Math.max(0, Math.min(width - 1, (i % width) + dx!));
      const y = Math.max(0, Math.min(height - 1, Math.floor(i / width) + dy!));
      sum += 40 + 0.7 * data[y * width + x]!;
    }
    return sum / taps.length + random.normal();
  });
  return { data: out, width, height };
}

const crisp = drawSymbol(TEXT, { version: 3, errorCorrectionLevel: 'M', scale: 6 });

it.each([
  ['a lens out of focus', blurred(crisp, 7, (dx, dy) => dx * dx + dy * dy <= 43)],
  ['a hand that moved', blurred(crisp, 8, (dx, dy) => Math.abs(dx - 2 * dy) < 1.1 && Math.abs(dx) < 7)],
])('%s', async (_, gray) => {
  const { zxing } = await testEngine();
  const found = climb(gray, zxing, 'normal', 'qr', () => false).search.symbols;
  expect(found.map(({ text, attempt }) => ({ text, attempt }))).toEqual([{ text: TEXT, attempt: 'unblurred' }]);
  const [[left, top]] = found[0]!.corners;
  expect(Math.hypot(left - 24, top - 24)).toBeLessThan(4);
});

it('is tried where blur leaves no sign of a symbol', async () => {
  const { zxing } = await testEngine();
  const larger = drawSymbol(TEXT, { version: 5, errorCorrectionLevel: 'M', scale: 6 });
  const moved = blurred(larger, 7, (dx, dy) => Math.abs(dx - 2 * dy) < 1.34 && Math.hypot(dx, dy) < 7);
  const { search, tried } = climb(moved, zxing, 'normal', 'qr', () => false);
  expect(search.symbols.map(({ text }) => text)).toEqual([TEXT]);
  expect(tried).toEqual(['engine', 'grid-rings', 'grid-narrow', 'unblurred']);
});

it('leaves a picture alone that is not blurred', () => {
  const turned = degradations.rotation(crisp, 0.5);
  expect(sharpened(blurred(turned, 0, () => true))).toEqual([]);
});
