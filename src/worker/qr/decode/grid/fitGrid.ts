/**
 * A bendable grid of modules, fitted to a picture by what the standard fixes: finders, separators,
 * timing and alignment patterns.
 */
import type { Corners } from '../../../protocol/picture';
import type { Gray } from '../gray';
import { boxBlur, darkness } from '../localMean';
import { CORNER_PARAMETERS, PARAMETERS, project } from './bentGrid';
import { between } from './between';
import { cutOut } from './cutOut';
import { growMesh } from './growMesh';
import { fullGrid, probeOf } from './probe';
import { type Roll, rise, shiftOf } from './roll';

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
  /** How the symbol is rolled about the finders of the guess. */
  roll?: Roll;
}

/** Counts the work done, in modules looked at, and ends the search when it is used up. */
export interface Work {
  left: number;
}

/** Share of the corners' span that a roll bends beyond it. */
const ROLLED_MARGIN = 0.35;
const CONTRAST_WEIGHT = 0.7;
/**
 * A climb whose agreement lacks more than that after a step is given up: of symbols that were read
 * none gained so much after the first.
 */
const LATE_GAIN = 0.04;

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
  const cut = cutOut(levels, corners, size, options.scale, options.roll ? ROLLED_MARGIN : undefined);
  if (!cut || work.left <= 0) return null;
  const { gray, back } = cut.derived;
  const { width, height } = gray;
  const p = new Float64Array(PARAMETERS);
  const { roll } = options;
  const shift = roll ? shiftOf(cut.local, roll) : [0, 0];
  cut.local.forEach((point, i) => {
    for (const k of [0, 1]) p[2 * i + k] = point[k]! + shift[k]! * rise(0, size);
  });
  // Top and low side bend, or left and right.
  if (roll) for (let k = 0; k < 4; k++) p[CORNER_PARAMETERS + (roll.isAcross ? 0 : 4) + k] = shift[k & 1]!;
  const area = Math.abs((p[4]! - p[0]!) * (p[7]! - p[3]!) - (p[6]! - p[2]!) * (p[5]! - p[1]!)) / 2;
  const moduleSize = Math.sqrt(area) / size;
  if (!(moduleSize > 0.5)) return null;
  const radius = Math.max(2, Math.round(4.5 * moduleSize));
  const dark = darkness(gray, radius);
  work.left -= gray.data.length;

  const { u, v, sign, fixedCount } = probeOf(size);
  const seen = new Float32Array(u.length);
  const xs = new Float64Array(size * size);
  const ys = new Float64Array(size * size);
  const look = () => {
    project(p, u, v, xs, ys);
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
    const first = roll ? PARAMETERS : CORNER_PARAMETERS;
    climb(moduleSize * 1.2, first);
    climb(moduleSize * 0.6, first);
    if (agreement() < options.gate) return null;
  }
  for (let step = moduleSize * options.reach; step > moduleSize * 0.08; step *= 0.6) {
    for (let round = 0; round < 3 && climb(step, PARAMETERS); round++);
    if (options.least && agreement() < options.least - LATE_GAIN) return null;
  }

  const agreed = agreement();
  if (agreed < options.least) return null;
  const all = fullGrid(size);
  project(p, all.u, all.v, xs, ys);
  const values = () => Float32Array.from(xs, (x, i) => between(gray.data, width, height, x, ys[i]!));
  return {
    size,
    values: values(),
    agreement: agreed,
    corners: [0, 2, 4, 6].map((i) => back([p[i]!, p[i + 1]!])) as Corners,
    bend() {
      // Softened, so that the middle of a module stands out more than its edges.
      const soft = darkness(boxBlur(gray, Math.max(1, Math.round(0.3 * moduleSize))), radius);
      work.left -= growMesh({ data: soft, width, height }, xs, ys, size, moduleSize) + gray.data.length;
      return values();
    },
  };
}
