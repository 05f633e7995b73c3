/**
 * A bendable grid of modules, fitted to a picture by what the standard fixes: finders, separators,
 * timing and alignment patterns.
 */
import type { Corners } from '../../../protocol/picture';
import type { Gray } from '../gray';
import { boxBlur, darkness } from '../localMean';
import { crop, type Derived, type Point, resize } from '../scale';
import { bendMesh } from './bendMesh';
import { between } from './between';
import { fixedModules } from './fixedModules';

/** A fitted grid and what it sees. */
export interface FittedGrid {
  size: number;
  /** Luminance of each module, size * size. */
  values: Float32Array;
  /** Share of the fixed modules that are on the right side of their surroundings. */
  agreement: number;
  /** In points of the picture that was given. */
  corners: Corners;
  /**
   * Bends the grid further, as crumpled paper wants it, and looks again: luminance of each module.
   */
  bend(): Float32Array;
}

export interface FitOptions {
  /** Pixels a module that the symbol is brought to. */
  scale: number;
  /** First step of the climb, in modules. */
  reach: number;
  /**
   * Share of the fixed modules that a cheap first climb must bring into line; 0 leaves that test
   * out.
   */
  gate: number;
  /** The same for the whole climb, which ends early when it stays well below. */
  least: number;
}

/** Counts the work done, in modules looked at, and ends the search when it is used up. */
export interface Work {
  left: number;
}

/** Corner coordinates, bends of the four sides, bulge of the middle. */
const PARAMETERS = 18;
const CORNER_PARAMETERS = 8;
/** Free modules that take part in the score: enough to tell contrast from blur. */
const MAX_FREE = 240;
const CONTRAST_WEIGHT = 0.7;
/**
 * A climb whose agreement lacks more than that after a step is given up: of symbols that were read
 * none gained so much after the first.
 */
const LATE_GAIN = 0.04;

/**
 * Where the modules that take part in the score lie in the unit square, and what they should be.
 */
interface Probe {
  u: Float64Array;
  v: Float64Array;
  /** 1 dark, -1 light, 0 free */
  sign: Int8Array;
  fixedCount: number;
}

const probes = new Map<number, Probe>();

function probeOf(size: number): Probe {
  const known = probes.get(size);
  if (known) return known;
  const fixed = fixedModules(size);
  const indexes = Array.from(fixed.keys());
  const held = indexes.filter((i) => fixed[i]! >= 0);
  const free = indexes.filter((i) => fixed[i]! < 0);
  const step = Math.max(1, free.length / MAX_FREE);
  const chosen = [...held];
  for (let i = 0; i < free.length; i += step) chosen.push(free[Math.floor(i)]!);
  const probe: Probe = {
    u: Float64Array.from(chosen, (i) => ((i % size) + 0.5) / size),
    v: Float64Array.from(chosen, (i) => (Math.floor(i / size) + 0.5) / size),
    sign: Int8Array.from(chosen, (i) => (fixed[i]! < 0 ? 0 : fixed[i]! === 1 ? 1 : -1)),
    fixedCount: held.length,
  };
  probes.set(size, probe);
  return probe;
}

/** Homography that takes the unit square to the quadrilateral of the first eight parameters. */
function projection(p: Float64Array, out: Float64Array): void {
  const [x0, y0, x1, y1, x2, y2, x3, y3] = p as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const dx1 = x1 - x2;
  const dx2 = x3 - x2;
  const dy1 = y1 - y2;
  const dy2 = y3 - y2;
  const sx = x0 - x1 + x2 - x3;
  const sy = y0 - y1 + y2 - y3;
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / determinant;
  const h = (dx1 * sy - sx * dy1) / determinant;
  out[0] = x1 - x0 + g * x1;
  out[1] = x3 - x0 + h * x3;
  out[2] = x0;
  out[3] = y1 - y0 + g * y1;
  out[4] = y3 - y0 + h * y3;
  out[5] = y0;
  out[6] = g;
  out[7] = h;
}

type Bends = [number, number, number, number, number, number, number, number, number, number];

/** Where the places of the unit square lie in the picture. */
function project(
  p: Float64Array,
  m: Float64Array,
  u: Float64Array,
  v: Float64Array,
  xs: Float64Array,
  ys: Float64Array,
): void {
  projection(p, m);
  const [m0, m1, m2, m3, m4, m5, m6, m7] = m as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [topX, topY, lowX, lowY, leftX, leftY, rightX, rightY, bulgeX, bulgeY] = p.subarray(
    CORNER_PARAMETERS,
  ) as unknown as Bends;
  for (let i = 0; i < u.length; i++) {
    const a = u[i]!;
    const b = v[i]!;
    const bendU = 4 * a * (1 - a);
    const bendV = 4 * b * (1 - b);
    const w = 1 / (m6 * a + m7 * b + 1);
    xs[i] =
      (m0 * a + m1 * b + m2) * w +
      bendU * ((1 - b) * topX + b * lowX) +
      bendV * ((1 - a) * leftX + a * rightX) +
      bendU * bendV * bulgeX;
    ys[i] =
      (m3 * a + m4 * b + m5) * w +
      bendU * ((1 - b) * topY + b * lowY) +
      bendV * ((1 - a) * leftY + a * rightY) +
      bendU * bendV * bulgeY;
  }
}

/** The part of the picture around the symbol, at `scale` pixels a module. */
function cutOut(
  levels: readonly Gray[],
  corners: Corners,
  size: number,
  scale: number,
): { derived: Derived; local: Point[] } | null {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const w = Math.max(...xs) - left;
  const h = Math.max(...ys) - top;
  const span = Math.max(w, h);
  if (!(span > 4)) return null;
  const factor = Math.min(scale >= 5 ? 3 : 1.5, (scale * size) / span);
  const level = Math.max(0, Math.min(levels.length - 1, Math.floor(Math.log2(1 / factor))));
  const source = levels[level]!;
  const shrink = 1 << level;
  const margin = 0.15 * span;
  const cut = crop(
    source,
    (left - margin) / shrink,
    (top - margin) / shrink,
    (w + 2 * margin) / shrink,
    (h + 2 * margin) / shrink,
  );
  if (cut.gray.width < 8 || cut.gray.height < 8) return null;
  const scaled = resize(cut.gray, cut.gray.width * factor * shrink, cut.gray.height * factor * shrink);
  if (scaled.gray.width < 8 || scaled.gray.height < 8) return null;
  const [ox, oy] = cut.back([0, 0]);
  const zx = scaled.gray.width / cut.gray.width;
  const zy = scaled.gray.height / cut.gray.height;
  return {
    derived: {
      gray: scaled.gray,
      back: (point) => {
        const [x, y] = cut.back(scaled.back(point));
        return [x * shrink, y * shrink];
      },
    },
    local: corners.map(([x, y]) => [(x / shrink - ox) * zx, (y / shrink - oy) * zy]),
  };
}

/**
 * Climbs from a first guess to the grid whose fixed modules stand out best against their
 * surroundings.
 * @param levels the picture and its halves, quarters …
 * @param corners guess of the symbol's corners in points of levels[0], clockwise from its own top
 * left
 * @param size modules a side
 * @returns null when there is nothing to see, the gate or the least agreement is missed, or the
 * work is used up
 */
export function fitGrid(
  levels: readonly Gray[],
  corners: Corners,
  size: number,
  options: FitOptions,
  work: Work,
): FittedGrid | null {
  const cut = cutOut(levels, corners, size, options.scale);
  if (!cut || work.left <= 0) return null;
  const { gray, back } = cut.derived;
  const { width, height } = gray;
  const p = new Float64Array(PARAMETERS);
  cut.local.forEach(([x, y], i) => {
    p[2 * i] = x;
    p[2 * i + 1] = y;
  });
  const area = Math.abs((p[4]! - p[0]!) * (p[7]! - p[3]!) - (p[6]! - p[2]!) * (p[5]! - p[1]!)) / 2;
  const moduleSize = Math.sqrt(area) / size;
  if (!(moduleSize > 0.5)) return null;
  const radius = Math.max(2, Math.round(4.5 * moduleSize));
  const dark = darkness(gray, radius);
  work.left -= gray.data.length;

  const { u, v, sign, fixedCount } = probeOf(size);
  const seen = new Float32Array(u.length);
  const m = new Float64Array(8);
  const xs = new Float64Array(size * size);
  const ys = new Float64Array(size * size);
  const look = () => {
    project(p, m, u, v, xs, ys);
    for (let i = 0; i < seen.length; i++) seen[i] = between(dark, width, height, xs[i]!, ys[i]!);
    work.left -= u.length;
  };
  const evaluate = (): number => {
    look();
    let fit = 0;
    let contrast = 0;
    for (let i = 0; i < seen.length; i++) {
      const d = seen[i]!;
      contrast += d < 0 ? -d : d;
      fit += sign[i]! * d;
    }
    return fit / fixedCount + (CONTRAST_WEIGHT * contrast) / seen.length;
  };
  const agreement = (): number => {
    look();
    let right = 0;
    for (let i = 0; i < seen.length; i++) if (sign[i]! * seen[i]! > 0) right++;
    return right / fixedCount;
  };

  let best = evaluate();
  const climb = (step: number, parameters: number): boolean => {
    let moved = false;
    for (let k = 0; k < parameters; k++) {
      const old = p[k]!;
      for (const d of [step, -step]) {
        p[k] = old + d;
        const score = evaluate();
        if (score > best + 1e-6) {
          best = score;
          moved = true;
          break;
        }
        p[k] = old;
      }
    }
    return moved;
  };
  if (options.gate) {
    climb(moduleSize * 1.2, CORNER_PARAMETERS);
    climb(moduleSize * 0.6, CORNER_PARAMETERS);
    if (agreement() < options.gate) return null;
  }
  for (let step = moduleSize * options.reach; step > moduleSize * 0.08; step *= 0.6) {
    for (let round = 0; round < 3 && climb(step, PARAMETERS); round++);
    if (options.least && agreement() < options.least - LATE_GAIN) return null;
  }

  const agreed = agreement();
  if (agreed < options.least) return null;
  const all = fullGrid(size);
  project(p, m, all.u, all.v, xs, ys);
  const values = () => Float32Array.from(xs, (x, i) => between(gray.data, width, height, x, ys[i]!));
  return {
    size,
    values: values(),
    agreement: agreed,
    corners: [0, 2, 4, 6].map((i) => back([p[i]!, p[i + 1]!])) as Corners,
    bend() {
      // Softened, so that the middle of a module stands out more than its edges.
      const soft = darkness(boxBlur(gray, Math.max(1, Math.round(0.3 * moduleSize))), radius);
      work.left -= bendMesh({ data: soft, width, height }, xs, ys, size, moduleSize) + gray.data.length;
      return values();
    },
  };
}

const fullGrids = new Map<number, { u: Float64Array; v: Float64Array }>();

function fullGrid(size: number) {
  const known = fullGrids.get(size);
  if (known) return known;
  const grid = {
    u: Float64Array.from({ length: size * size }, (_, i) => ((i % size) + 0.5) / size),
    v: Float64Array.from({ length: size * size }, (_, i) => (Math.floor(i / size) + 0.5) / size),
  };
  fullGrids.set(size, grid);
  return grid;
}
