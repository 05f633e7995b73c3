import { expect, it } from 'vitest';
import type { Corners } from '../../../../../src/worker/protocol/picture';
import { rotate } from '../../../../../src/worker/qr/decode/filters';
import { findFinders } from '../../../../../src/worker/qr/decode/grid/findFinders';
import { pairs, triples } from '../../../../../src/worker/qr/decode/grid/hypotheses';
import { perspectiveOf } from '../../../../../src/worker/qr/decode/grid/perspective';
import { localThreshold } from '../../../../../src/worker/qr/decode/localMean';
import type { Point } from '../../../../../src/worker/qr/decode/scale';
import { drawSymbol } from '../drawSymbol';
import { seenAtAngle } from '../tools/seenAtAngle';

const SCALE = 6;

/**
 * Whether two of a symbol's finders, by their places in modules, lead to its size and corners, when
 * it is turned.
 */
function isGuessed(version: number, degrees: number, finders: readonly Point[]): boolean {
  const drawn = drawSymbol('two finders', { version, scale: SCALE });
  const { gray, back } = rotate(drawn, degrees);
  const binary = localThreshold(gray, 40, 8);
  const near = (point: Point, [i, j]: Point) =>
    Math.hypot(point[0] - (i + 4) * SCALE, point[1] - (j + 4) * SCALE) < 1.5 * SCALE;
  const seen = findFinders(binary).best(100, ({ x, y }) => finders.some((place) => near(back([x, y]), place)));
  expect(seen).toHaveLength(2);
  return pairs(seen, binary).some(({ guesses }) =>
    guesses().some(
      ({ size, corners }) =>
        size === drawn.size && near(back(corners[0]), [0, 0]) && near(back(corners[2]), [size, size]),
    ),
  );
}

it.each([
  [2, 0],
  [2, 45],
  [5, 20],
  [5, 45],
  [10, 30],
  [10, 45],
])('finds a symbol of version %i, turned by %i degrees, from two finders, neighbours or across', (version, degrees) => {
  const far = 17 + 4 * version - 3.5;
  const [topLeft, topRight, bottomLeft]: Point[] = [
    [3.5, 3.5],
    [far, 3.5],
    [3.5, far],
  ];
  expect(isGuessed(version, degrees, [topLeft!, topRight!])).toBe(true);
  expect(isGuessed(version, degrees, [topRight!, bottomLeft!])).toBe(true);
});

it('finds all corners of a symbol in perspective', () => {
  const card: Corners = [
    [40, 80],
    [330, 120],
    [390, 300],
    [120, 430],
  ];
  const { size, ...flat } = drawSymbol('three finders', { version: 2, scale: SCALE });
  const binary = localThreshold(seenAtAngle(flat, card, 500, 480), 40, 8);
  const { xu, xv, x0, yu, yv, y0, wu, wv } = perspectiveOf(card.flat());
  const at = (i: number, j: number): Point => {
    const [u, v] = [(i + 4) / (size + 8), (j + 4) / (size + 8)];
    const w = wu * u + wv * v + 1;
    return [(xu * u + xv * v + x0) / w, (yu * u + yv * v + y0) / w];
  };
  const right = [at(0, 0), at(size, 0), at(size, size), at(0, size)];
  const farthest = (corners: Corners) =>
    Math.max(...right.map(([x, y], k) => Math.hypot(x - corners[k]![0], y - corners[k]![1])));
  const finders = findFinders(binary).best(3, () => true);
  const guesses = triples(finders, binary)[0]!
    .guesses()
    .filter((guess) => guess.size === size);
  // A parallelogram misses one by 65 pixels.
  expect(Math.min(...guesses.map(({ corners }) => farthest(corners)))).toBeLessThan(14);
});

it('takes three finders together of which a row shows one 2.4 times as wide as another, as steep angles do', () => {
  const ground = { data: new Uint8Array(300 * 300), width: 300, height: 300 };
  const finders = [
    { x: 20, y: 20, module: 4.6, hits: 4 },
    { x: 20, y: 172, module: 3, hits: 4 },
    { x: 256, y: 20, module: 7.2, hits: 4 },
  ];
  expect(triples(finders, ground)[0]?.members).toEqual([0, 1, 2]);
});
