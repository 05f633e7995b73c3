import { expect, it } from 'vitest';
import { PARAMETERS, project } from '../../../../../src/worker/qr/decode/grid/bentGrid';

const CORNERS = [10, 20, 110, 30, 90, 120, 5, 100];
/** The corners, the middles of top, low, left and right, the middle. */
const U = Float64Array.of(0, 1, 1, 0, 0.5, 0.5, 0, 1, 0.5);
const V = Float64Array.of(0, 0, 1, 1, 0, 1, 0.5, 0.5, 0.5);

function laid(bends: readonly number[]): number[][] {
  const p = new Float64Array(PARAMETERS);
  p.set([...CORNERS, ...bends]);
  const [xs, ys] = [new Float64Array(U.length), new Float64Array(U.length)];
  project(p, U, V, xs, ys);
  return Array.from(xs, (x, i) => [x, ys[i]!]);
}

it('lays the unit square onto its corners in perspective: lines stay lines', () => {
  const [a, b, c, d, top, low, left, right, middle] = laid([]) as [number, number][];
  const expected = [0, 2, 4, 6].map((i) => [CORNERS[i], CORNERS[i + 1]]);
  [a, b, c, d].forEach((point, i) => {
    expect(point![0]).toBeCloseTo(expected[i]![0]!);
    expect(point![1]).toBeCloseTo(expected[i]![1]!);
  });
  const turn = (p: number[], q: number[], r: number[]) =>
    (q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!);
  for (const line of [
    [a, top, b],
    [d, low, c],
    [a, left, d],
    [b, right, c],
    [top, middle, low],
    [a, middle, c],
  ])
    expect(turn(line[0]!, line[1]!, line[2]!)).toBeCloseTo(0);
});

it('bends the middles of the sides and of the whole, and no corner', () => {
  const flat = laid([]);
  const moved = laid([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).map((point, i) => point.map((v, k) => v - flat[i]![k]!));
  const expected = [
    ...[0, 0, 0, 0].map(() => [0, 0]),
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
    [(1 + 3 + 5 + 7) / 2 + 9, (2 + 4 + 6 + 8) / 2 + 10],
  ];
  for (const [i, by] of moved.entries()) for (const [k, v] of by.entries()) expect(v).toBeCloseTo(expected[i]![k]!);
});
