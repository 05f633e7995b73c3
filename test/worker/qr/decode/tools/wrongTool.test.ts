import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_TOOLS } from '../../../../../src/worker/protocol/pictureTools';
import { wrongTool } from '../../../../../src/worker/qr/decode/tools/wrongTool';

const crop = { kind: 'crop', x: 0, y: 0, width: 5, height: 5 };
const square = [
  [0, 0],
  [9, 0],
  [9, 9],
  [0, 9],
];

it.each<[option: string, tools: unknown]>([
  ['tools', 'crop'],
  ['tools', { length: 1 }],
  ['tools', Array.from({ length: MAX_TOOLS + 1 }, () => crop)],
  ['tools[0]', [null]],
  ['tools[0].kind', [{ kind: 'paint' }]],
  ['tools[0].kind', [{ kind: '__proto__' }]],
  ['tools[0].kind', [{ kind: ['crop'] }]],
  ['tools[0].x', [{ ...crop, x: Number.NaN }]],
  ['tools[0].y', [{ ...crop, y: -1e300 }]],
  ['tools[0].width', [{ ...crop, width: 0 }]],
  ['tools[0].height', [{ ...crop, height: Number.POSITIVE_INFINITY }]],
  ['tools[1].width', [crop, { ...crop, width: '5' }]],
  ['tools[0].points', [{ kind: 'corners', points: square.slice(1) }]],
  ['tools[0].points[2]', [{ kind: 'corners', points: [...square.slice(0, 2), [1], [2, 3]] }]],
  ['tools[0].points[1][1]', [{ kind: 'corners', points: [square[0], [9, Number.NaN], square[2], square[3]] }]],
  ['tools[0].degrees', [{ kind: 'rotate', degrees: 361 }]],
  ['tools[0].degrees', [{ kind: 'rotate' }]],
  ['tools[0].by', [{ kind: 'contrast', by: -101 }]],
  ['tools[0].at', [{ kind: 'threshold', at: 0 }]],
])('names %s', (option, tools) => {
  expect(wrongTool(tools)).toMatchObject({ option });
});

it('allows what the tools take', () => {
  expect(wrongTool(undefined)).toBeUndefined();
  expect(wrongTool([])).toBeUndefined();
  expect(wrongTool([crop, { kind: 'invert' }, { kind: 'corners', points: square }])).toBeUndefined();
});

it('answers whatever comes with a short sentence’s data', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        fc.array(
          fc.record({
            kind: fc.constantFrom('crop', 'corners', 'rotate'),
            points: fc.anything(),
            degrees: fc.anything(),
          }),
        ),
      ),
      (tools) => {
        const found = wrongTool(tools);
        if (found) for (const value of Object.values(found)) expect(String(value).length).toBeLessThan(100);
      },
    ),
  );
  expect(String(wrongTool([{ ...crop, x: 'x'.repeat(1e6) }])!.value).length).toBeLessThan(100);
});
