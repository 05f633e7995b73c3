/**
 * The last bends of a fitted grid, where paper is crumpled or rolled: a mesh of nodes, followed from
 * the finders outwards. Where the middle lies more than half a module beside the fitted grid, only
 * the neighbours tell which module is which.
 */
import { between } from './between';
import { fixedModules } from './fixedModules';

/**
 * How dark each pixel is against its surroundings: width * height, negative where lighter. Soft:
 * the middle of a module stands out most.
 */
export interface Darkness {
  data: Int16Array;
  width: number;
  height: number;
}

/** Modules between nodes. */
const PITCH = 3;
/** Modules on each side of a node that tell where it lies. */
const REACH = 2;
/** How near other nodes must be to tell where one is expected, in modules: a bell's deviation. */
const NEAR = 3.5;
/** Beyond so many deviations they count for nothing. */
const FAR = 2.2;
/** Keeps slopes small that few neighbours tell of. */
const RIDGE = 0.5;
/**
 * How far a node is looked for, in modules: a finder from the fitted grid, another from where it is
 * expected, and one that has neighbours all around.
 */
const MOST = { finder: 0.8, next: 0.4, again: 0.2 };
/** Steps of that: first over all of it, then halved and halved again around the best place. */
const STEP = 0.2;
const HALVES = 2;
/** How often all nodes are looked for again. */
const SWEEPS = 2;
/** Weight of a fixed module against a free one. */
const FIXED_WEIGHT = 2;
/** The share of the symbol's contrast that a node must win to be a module beside its place. */
const PULL = 0.35;
/** How much contrast counts less where it is all of one sign, which is beside the symbol. */
const ONE_SIDED = 0.7;

/** A move as a plane around a node: there, and what each module to the right and down adds. */
type Plane = readonly [here: number, across: number, down: number];

/**
 * @param xs,ys where the module centres lie, size * size points of the picture; moved in place
 * @param module pixels a module
 * @returns how many modules were looked at
 */
export function growMesh(
  { data, width, height }: Darkness,
  xs: Float64Array,
  ys: Float64Array,
  size: number,
  module: number,
): number {
  const fixed = fixedModules(size);
  /** Nodes a side. */
  const n = Math.round((size - 1) / PITCH) + 1;
  const pitch = (size - 1) / (n - 1);
  const moves = [new Float64Array(n * n), new Float64Array(n * n)] as const;
  const isPlaced = new Uint8Array(n * n);
  /** How much is known of a node by those that are placed. */
  const support = new Float64Array(n * n);
  const reach = Math.ceil((FAR * NEAR) / pitch);
  const contrast = xs.reduce((sum, x, i) => sum + Math.abs(between(data, width, height, x, ys[i]!)), 0) / xs.length;
  let looked = 0;

  const eachNear = (k: number, tell: (other: number, across: number, down: number, weight: number) => void) => {
    const [column, row] = [k % n, Math.floor(k / n)];
    for (let r = Math.max(0, row - reach); r <= Math.min(n - 1, row + reach); r++) {
      for (let c = Math.max(0, column - reach); c <= Math.min(n - 1, column + reach); c++) {
        const [across, down] = [(c - column) * pitch, (r - row) * pitch];
        tell(r * n + c, across, down, Math.exp(-(across * across + down * down) / (2 * NEAR ** 2)));
      }
    }
  };
  /** Where the neighbours expect a node: planes through their moves, the nearest weighing most. */
  const expected = (k: number): [Plane, Plane] => {
    const sums = { all: 1e-6, a: 0, d: 0, aa: RIDGE, ad: 0, dd: RIDGE };
    const told = [
      [0, 0, 0],
      [0, 0, 0],
    ] as [[number, number, number], [number, number, number]];
    eachNear(k, (other, a, d, weight) => {
      if (!isPlaced[other] || other === k) return;
      sums.all += weight;
      sums.a += weight * a;
      sums.d += weight * d;
      sums.aa += weight * a * a;
      sums.ad += weight * a * d;
      sums.dd += weight * d * d;
      for (const axis of [0, 1] as const) {
        const move = weight * moves[axis][other]!;
        told[axis][0] += move;
        told[axis][1] += move * a;
        told[axis][2] += move * d;
      }
    });
    return [planeOf(sums, told[0]), planeOf(sums, told[1])];
  };
  /** Contrast of the modules around a node, less what leaving the expected place costs. */
  const worth = (k: number, [px, py]: [Plane, Plane], byX: number, byY: number): number => {
    const [x, y] = [(k % n) * pitch, Math.floor(k / n) * pitch];
    const [left, right] = [Math.max(0, Math.ceil(x - REACH)), Math.min(size - 1, Math.floor(x + REACH))];
    const [top, low] = [Math.max(0, Math.ceil(y - REACH)), Math.min(size - 1, Math.floor(y + REACH))];
    let sum = 0;
    let free = 0;
    for (let row = top; row <= low; row++) {
      for (let column = left; column <= right; column++) {
        const i = row * size + column;
        const [across, down] = [column - x, row - y];
        const atX = xs[i]! + px[0] + px[1] * across + px[2] * down + byX * module;
        const atY = ys[i]! + py[0] + py[1] * across + py[2] * down + byY * module;
        const d = between(data, width, height, atX, atY);
        if (fixed[i]! >= 0) sum += fixed[i] ? FIXED_WEIGHT * d : -FIXED_WEIGHT * d;
        else {
          sum += Math.abs(d);
          free += d;
        }
      }
    }
    const count = (right - left + 1) * (low - top + 1);
    looked += count;
    return (sum - ONE_SIDED * Math.abs(free)) / count - PULL * contrast * (byX * byX + byY * byY);
  };
  const place = (k: number, most: number): void => {
    const planes = expected(k);
    let best = { worth: Number.NEGATIVE_INFINITY, x: 0, y: 0 };
    const look = ({ x, y }: { x: number; y: number }, far: number, step: number) => {
      const times = Math.round(far / step);
      for (let j = -times; j <= times; j++) {
        for (let i = -times; i <= times; i++) {
          const [byX, byY] = [x + i * step, y + j * step];
          const now = worth(k, planes, byX, byY);
          if (now > best.worth) best = { worth: now, x: byX, y: byY };
        }
      }
    };
    look(best, most, STEP);
    for (let i = 0, step = STEP / 2; i < HALVES; i++, step /= 2) look(best, step, step);
    moves[0][k] = planes[0][0] + best.x * module;
    moves[1][k] = planes[1][0] + best.y * module;
    if (isPlaced[k]) return;
    isPlaced[k] = 1;
    order.push(k);
    eachNear(k, (other, _across, _down, weight) => {
      support[other]! += weight;
    });
  };

  const order: number[] = [];
  const [near, far] = [Math.round(3 / pitch), Math.round((size - 4) / pitch)];
  for (const [column, row] of [
    [near, near],
    [far, near],
    [near, far],
  ] as const)
    place(row * n + column, MOST.finder);
  while (order.length < n * n) {
    let next = -1;
    for (let k = 0; k < n * n; k++) if (!isPlaced[k] && (next < 0 || support[k]! > support[next]!)) next = k;
    place(next, MOST.next);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) for (const k of order) place(k, MOST.again);
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [(i % size) / pitch, Math.floor(i / size) / pitch];
    xs[i]! += moveAt(moves[0], n, x, y);
    ys[i]! += moveAt(moves[1], n, x, y);
  }
  return looked;
}

interface Sums {
  all: number;
  a: number;
  d: number;
  aa: number;
  ad: number;
  dd: number;
}

/** Least squares, by Cramer's rule: positive definite by the ridge. */
function planeOf({ all, a, d, aa, ad, dd }: Sums, [r0, r1, r2]: readonly [number, number, number]): Plane {
  const [c00, c01, c02] = [aa * dd - ad * ad, d * ad - a * dd, a * ad - d * aa];
  const [c11, c12, c22] = [all * dd - d * d, a * d - all * ad, all * aa - a * a];
  const determinant = all * c00 + a * c01 + d * c02;
  return [
    (c00 * r0 + c01 * r1 + c02 * r2) / determinant,
    (c01 * r0 + c11 * r1 + c12 * r2) / determinant,
    (c02 * r0 + c12 * r1 + c22 * r2) / determinant,
  ];
}

/** How far a place is moved, in nodes from the first: between the four nodes around it. */
function moveAt(move: Float64Array, n: number, x: number, y: number): number {
  const column = Math.min(n - 2, x | 0);
  const row = Math.min(n - 2, y | 0);
  const wx = x - column;
  const wy = y - row;
  const k = row * n + column;
  const upper = move[k]! + (move[k + 1]! - move[k]!) * wx;
  const lower = move[k + n]! + (move[k + n + 1]! - move[k + n]!) * wx;
  return upper + (lower - upper) * wy;
}
