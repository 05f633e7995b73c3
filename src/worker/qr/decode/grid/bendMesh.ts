/**
 * The last bends of a fitted grid, where paper is crumpled or rolled: a mesh of nodes, each pulled
 * to where the modules around it stand out best.
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

/** Modules between nodes, first coarse, then fine. */
const SPACINGS = [7, 4.2];
const MIN_NODES = 4;
/** Steps of a node, in modules, and how often each is tried. */
const STEPS = [0.6, 0.35, 0.2, 0.1];
const ROUNDS = 3;
/** Weight of a fixed module against a free one. */
const FIXED_WEIGHT = 2;
/**
 * The share of the symbol's contrast that a bend of one module (the second difference along the
 * mesh) must bring.
 */
const STIFFNESS = 0.08;
/** The same for leaving the place where the node began. */
const PULL = 0.02;
/** How much contrast counts less where it is all of one sign, which is beside the symbol. */
const ONE_SIDED = 0.7;

/**
 * @param xs,ys where the module centres lie, size * size points of the picture; moved in place
 * @param module pixels a module
 * @returns how many modules were looked at
 */
export function bendMesh(dark: Darkness, xs: Float64Array, ys: Float64Array, size: number, module: number): number {
  let looked = 0;
  for (const spacing of SPACINGS)
    looked += bendWith(Math.max(MIN_NODES, Math.round(size / spacing) + 1), dark, xs, ys, size, module);
  return looked;
}

/** @param n nodes a side */
function bendWith(
  n: number,
  { data, width, height }: Darkness,
  xs: Float64Array,
  ys: Float64Array,
  size: number,
  module: number,
): number {
  const fixed = fixedModules(size);
  const pitch = (size - 1) / (n - 1);
  const moves = [new Float64Array(n * n), new Float64Array(n * n)] as const;
  const contrast = xs.reduce((sum, x, i) => sum + Math.abs(between(data, width, height, x, ys[i]!)), 0) / xs.length;
  const stiffness = (STIFFNESS * contrast) / module ** 2;
  const pull = (PULL * contrast) / module ** 2;
  let looked = 0;

  /**
   * What a node's place is worth: contrast of the modules that it moves, less what bending costs.
   */
  const worth = (column: number, row: number): number => {
    const left = Math.max(0, Math.ceil((column - 1) * pitch));
    const right = Math.min(size - 1, Math.floor((column + 1) * pitch));
    const top = Math.max(0, Math.ceil((row - 1) * pitch));
    const low = Math.min(size - 1, Math.floor((row + 1) * pitch));
    let sum = 0;
    let free = 0;
    for (let y = top; y <= low; y++) {
      for (let x = left; x <= right; x++) {
        const i = y * size + x;
        const d = between(
          data,
          width,
          height,
          xs[i]! + moveAt(moves[0], n, pitch, x, y),
          ys[i]! + moveAt(moves[1], n, pitch, x, y),
        );
        if (fixed[i]! >= 0) sum += fixed[i] ? FIXED_WEIGHT * d : -FIXED_WEIGHT * d;
        else {
          sum += Math.abs(d);
          free += d;
        }
      }
    }
    const count = (right - left + 1) * (low - top + 1);
    looked += count;
    let cost = 0;
    for (const move of moves) cost += stiffness * bendOf(move, n, column, row) + pull * move[row * n + column]! ** 2;
    return (sum - ONE_SIDED * Math.abs(free)) / count - cost;
  };
  const pullNode = (k: number, step: number): boolean => {
    const [column, row] = [k % n, Math.floor(k / n)];
    let best = worth(column, row);
    let moved = false;
    for (const move of moves) {
      for (const by of [step, -step]) {
        move[k]! += by;
        const now = worth(column, row);
        if (now > best + 1e-6) {
          best = now;
          moved = true;
        } else move[k]! -= by;
      }
    }
    return moved;
  };
  for (const step of STEPS) {
    for (let round = 0, moved = true; round < ROUNDS && moved; round++) {
      moved = false;
      for (let k = 0; k < n * n; k++) if (pullNode(k, step * module)) moved = true;
    }
  }
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [i % size, Math.floor(i / size)];
    xs[i]! += moveAt(moves[0], n, pitch, x, y);
    ys[i]! += moveAt(moves[1], n, pitch, x, y);
  }
  return looked;
}

/** How far a module is moved: between the four nodes around it. */
function moveAt(move: Float64Array, n: number, pitch: number, x: number, y: number): number {
  const gx = x / pitch;
  const gy = y / pitch;
  const column = Math.min(n - 2, gx | 0);
  const row = Math.min(n - 2, gy | 0);
  const wx = gx - column;
  const wy = gy - row;
  const k = row * n + column;
  const upper = move[k]! + (move[k + 1]! - move[k]!) * wx;
  const lower = move[k + n]! + (move[k + n + 1]! - move[k + n]!) * wx;
  return upper + (lower - upper) * wy;
}

/** The squared second differences along rows and columns that a node has part in. */
function bendOf(move: Float64Array, n: number, column: number, row: number): number {
  let sum = 0;
  for (let c = Math.max(1, column - 1); c <= Math.min(n - 2, column + 1); c++) {
    const k = row * n + c;
    sum += (move[k - 1]! - 2 * move[k]! + move[k + 1]!) ** 2;
  }
  for (let r = Math.max(1, row - 1); r <= Math.min(n - 2, row + 1); r++) {
    const k = r * n + column;
    sum += (move[k - n]! - 2 * move[k]! + move[k + n]!) ** 2;
  }
  return sum;
}
