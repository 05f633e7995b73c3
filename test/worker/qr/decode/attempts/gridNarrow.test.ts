/** Symbols that are seen from far aside, so that their modules are much longer than wide. */
import { describe, expect, it } from 'vitest';
import type { Corners } from '../../../../../src/worker/protocol/picture';
import { climb } from '../../../../../src/worker/qr/decode/ladder';
import { drawSymbol } from '../drawSymbol';
import { testEngine } from '../engine';
import { seenAtAngle } from '../tools/seenAtAngle';

const SIDE = 480;
const TEXT = 'shelf 12, seen from the aisle';

/** Where the corners of the card come to lie. */
const views: Record<string, Corners> = {
  'nearly from the side': [
    [210, 120],
    [258, 140],
    [262, 330],
    [213, 350],
  ],
  'from the side and below': [
    [220, 110],
    [264, 70],
    [284, 290],
    [236, 352],
  ],
  'turned, from the side': [
    [262, 80],
    [300, 180],
    [262, 390],
    [222, 290],
  ],
};

const turned = (corners: Corners) => corners.map(([x, y]) => [y, SIDE - x]) as Corners;

describe.each(Object.entries(views))('%s', (_, corners) => {
  it.each([
    ['upright', corners],
    ['lying', turned(corners)],
  ] as const)('%s', async (_, seen) => {
    const { zxing } = await testEngine();
    const flat = drawSymbol(TEXT, { version: 3, errorCorrectionLevel: 'M', scale: 8 });
    const gray = seenAtAngle(flat, seen, SIDE, SIDE);
    const found = climb(gray, zxing, 'normal', 'qr', () => false).search.symbols;
    expect(found.map(({ text, attempt }) => ({ text, attempt }))).toEqual([{ text: TEXT, attempt: 'grid-narrow' }]);
  });
});
