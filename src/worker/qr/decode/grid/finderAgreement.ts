/**
 * A cheap second thought about three finders: whether the finder patterns with their separators
 * really stand where a guess puts them.
 */
import type { Corners } from '../../../protocol/picture';
import type { Gray } from '../gray';
import { type Perspective, perspectiveOf } from './perspective';
import { type Roll, rise, shiftOf } from './roll';

/** Modules of a finder pattern with its separator, on the two sides that lie inside the symbol. */
const SIDE = 8;
const MODULES = 3 * SIDE ** 2;

/** From a finder's middle row or column, whichever is nearer. */
const fromCross = (k: number) => Math.min(Math.abs((k % SIDE) - 3), Math.abs(Math.floor(k / SIDE) - 3));

/**
 * Modules by their place from the corner of the symbol. Those come first that texture has seldom
 * right: what was taken for a finder has the middle row and column of one.
 */
const ORDER = Array.from({ length: SIDE ** 2 }, (_, k) => k).sort((a, b) => fromCross(b) - fromCross(a));

/** Dark (1) or light (0): a core of 3 in a light ring, a dark ring, the separator. */
const DARK = Uint8Array.from({ length: MODULES }, (_, n) => {
  const k = ORDER[Math.floor(n / 3)]!;
  const ring = Math.max(Math.abs((k % SIDE) - 3), Math.abs(Math.floor(k / SIDE) - 3));
  return ring <= 1 || ring === 3 ? 1 : 0;
});

/** Of the modules in that order, finder by finder in turn. */
interface Places {
  /** In the unit square. */
  u: Float64Array;
  v: Float64Array;
  /** How far a roll across, or down, moves them. */
  across: Float64Array;
  down: Float64Array;
}

const known = new Map<number, Places>();

function placesOf(size: number): Places {
  let places = known.get(size);
  if (!places) {
    const place = (n: number, far: number, i: number) => ((n % 3 === far ? size - 1 - i : i) + 0.5) / size;
    const u = Float64Array.from(DARK, (_, n) => place(n, 1, ORDER[Math.floor(n / 3)]! % SIDE));
    const v = Float64Array.from(DARK, (_, n) => place(n, 2, Math.floor(ORDER[Math.floor(n / 3)]! / SIDE)));
    places = { u, v, across: u.map((at) => rise(at, size)), down: v.map((at) => rise(at, size)) };
    known.set(size, places);
  }
  return places;
}

const mostWrong = (least: number) => Math.floor(MODULES * (1 - least) + 1e-9);

/**
 * @param binary dark is 0
 * @param corners the symbol's, clockwise from its own top left
 * @param size modules a side
 * @param least shares below that are told as 0, which is sooner known
 * @param roll how the symbol is rolled about its finders
 * @returns share of the three finders' modules that are as they must be, 0 to 1
 */
export function finderAgreement(binary: Gray, corners: Corners, size: number, least = 0, roll?: Roll): number {
  if (roll) return onRolls(binary, corners, size).agreement(roll, least);
  const { data, width, height } = binary;
  const { u, v } = placesOf(size);
  const { xu, xv, x0, yu, yv, y0, wu, wv } = seen(corners);
  const most = mostWrong(least);
  let wrong = 0;
  for (let n = 0; n < MODULES; n++) {
    const w = 1 / (wu * u[n]! + wv * v[n]! + 1);
    const x = Math.floor((xu * u[n]! + xv * v[n]! + x0) * w);
    const y = Math.floor((yu * u[n]! + yv * v[n]! + y0) * w);
    const dark = x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] === 0 ? 1 : 0;
    wrong += dark ^ DARK[n]!;
    if (wrong > most) return 0;
  }
  return 1 - wrong / MODULES;
}

const seen = (corners: Corners): Perspective => perspectiveOf(corners.flat());

/** What is seen of a guess's three finders where the symbol is rolled. */
export interface OnRolls {
  /** The same for one of many rolls. */
  agreement(roll: Roll, least: number): number;
  /** Share of those modules that are right which no roll of that direction moves, 0 to 1. */
  unmoved(isAcross: boolean): number;
}

export function onRolls({ data, width, height }: Gray, corners: Corners, size: number): OnRolls {
  const { u, v, across, down } = placesOf(size);
  const { xu, xv, x0, yu, yv, y0, wu, wv } = seen(corners);
  const xs = new Float64Array(MODULES);
  const ys = new Float64Array(MODULES);
  for (let n = 0; n < MODULES; n++) {
    const w = 1 / (wu * u[n]! + wv * v[n]! + 1);
    xs[n] = (xu * u[n]! + xv * v[n]! + x0) * w;
    ys[n] = (yu * u[n]! + yv * v[n]! + y0) * w;
  }
  const isWrong = (n: number, byX: number, byY: number): number => {
    const x = Math.floor(xs[n]! + byX);
    const y = Math.floor(ys[n]! + byY);
    const dark = x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] === 0 ? 1 : 0;
    return dark ^ DARK[n]!;
  };
  return {
    agreement(roll, least) {
      const [dx, dy] = shiftOf(corners, roll);
      const up = roll.isAcross ? across : down;
      const most = mostWrong(least);
      let wrong = 0;
      for (let n = 0; n < MODULES; n++) {
        wrong += isWrong(n, up[n]! * dx, up[n]! * dy);
        if (wrong > most) return 0;
      }
      return 1 - wrong / MODULES;
    },
    unmoved(isAcross) {
      const up = isAcross ? across : down;
      let [wrong, all] = [0, 0];
      for (let n = 0; n < MODULES; n++) {
        if (Math.abs(up[n]!) > 1e-9) continue;
        wrong += isWrong(n, 0, 0);
        all++;
      }
      return 1 - wrong / all;
    },
  };
}
