/**
 * Where symbols could lie, guessed from finder patterns: triples first, then pairs with the third
 * corner imagined.
 */
import type { Corners } from '../../../protocol/picture';
import type { Gray } from '../gray';
import type { Point } from '../scale';
import type { Finder } from './findFinders';
import type { Roll } from './roll';
import { turnsOf } from './turnsOf';

export interface Guess {
  size: number;
  corners: Corners;
  roll?: Roll;
  /** The finder that was not seen, of two that were. */
  imagined?: 'topLeft' | 'topRight' | 'bottomLeft';
}

export interface Hypothesis {
  /** Lower is likelier. */
  cost: number;
  /** Indexes of the finders it rests on: three, or two. */
  members: number[];
  /** Made when they are first asked for. */
  guesses(): readonly Guess[];
}

/** The nearest size of a symbol and its neighbours, likeliest first. */
function sizesNear(modules: number, count: number): number[] {
  const version = Math.round((modules - 17) / 4);
  return [version, version - 1, version + 1]
    .filter((v) => v >= 1 && v <= 40)
    .slice(0, count)
    .map((v) => 17 + 4 * v);
}

type At = Pick<Finder, 'x' | 'y'>;

/** How far the finders at the top right and the bottom left are, if the third is at 1. */
interface Depths {
  right: number;
  low: number;
}
const FLAT: Depths = { right: 1, low: 1 };

/**
 * The quadrilateral whose finder centres are the three points: a parallelogram where all are equally
 * far, else seen in perspective.
 */
function cornersOf(topLeft: At, topRight: At, bottomLeft: At, size: number, { right, low } = FLAT): Corners {
  const span = size - 7;
  const at = (i: number, j: number): Point => {
    const [a, b] = [((i - 3.5) / span) * right, ((j - 3.5) / span) * low];
    const own = 1 - (i - 3.5) / span - (j - 3.5) / span;
    const depth = own + a + b;
    return [
      (topLeft.x * own + topRight.x * a + bottomLeft.x * b) / depth,
      (topLeft.y * own + topRight.y * a + bottomLeft.y * b) / depth,
    ];
  };
  return [at(0, 0), at(size, 0), at(size, size), at(0, size)];
}

/**
 * Module size of a finder in the direction of another point: core, ring and border end after 3.5
 * modules.
 */
export function moduleTowards({ data, width, height }: Gray, from: Finder, to: At): number {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const dx = (to.x - from.x) / length;
  const dy = (to.y - from.y) / length;
  let changes = 0;
  let dark = true;
  for (let d = 0; d < 8 * from.module; d += 0.5) {
    const x = Math.round(from.x + dx * d);
    const y = Math.round(from.y + dy * d);
    if (x < 0 || y < 0 || x >= width || y >= height) break;
    const now = data[y * width + x] === 0;
    if (now === dark) continue;
    dark = now;
    if (++changes === 3) return d / 3.5;
  }
  return from.module;
}

function modulesBetween(binary: Gray, a: Finder, b: Finder): number {
  return (2 * Math.hypot(b.x - a.x, b.y - a.y)) / (moduleTowards(binary, a, b) + moduleTowards(binary, b, a)) + 7;
}

const ratio = (a: number, b: number) => Math.max(a, b) / Math.min(a, b);

/** How many modules lie between finders, by their indexes; measured when first asked. */
type Distances = (i: number, j: number) => number;

function distancesOf(finders: readonly Finder[], binary: Gray): Distances {
  const known = new Float64Array(finders.length ** 2);
  return (i, j) =>
    (known[Math.min(i, j) * finders.length + Math.max(i, j)] ||= modulesBetween(binary, finders[i]!, finders[j]!));
}

/** The likeliest first. */
const ranked = (ideas: Hypothesis[]): Hypothesis[] => ideas.sort((a, b) => a.cost - b.cost);

function kept(make: () => Guess[]): () => readonly Guess[] {
  let guesses: Guess[] | undefined;
  return () => (guesses ??= make());
}

/**
 * Three finders each, the likeliest first.
 * @param binary the picture in which the finders were found, dark is 0
 */
export function triples(finders: readonly Finder[], binary: Gray): Hypothesis[] {
  const distances = distancesOf(finders, binary);
  const ideas: Hypothesis[] = [];
  for (let i = 0; i < finders.length; i++) {
    for (let j = 0; j < finders.length; j++) {
      if (i === j || !areAlike(finders[i]!, finders[j]!)) continue;
      for (let k = j + 1; k < finders.length; k++) {
        const idea = i !== k && triple(finders, [i, j, k], distances, binary);
        if (idea) ideas.push(idea);
      }
    }
  }
  return ranked(ideas);
}

/** Of one size, as far as perspective lets them be. */
const areAlike = (a: Finder, b: Finder) => ratio(a.module, b.module) <= 2.5;

function triple(
  finders: readonly Finder[],
  [i, j, k]: readonly [number, number, number],
  distances: Distances,
  binary: Gray,
): Hypothesis | null {
  const corner = finders[i]!;
  const a = finders[j]!;
  const b = finders[k]!;
  if (!areAlike(corner, b) || !areAlike(a, b)) return null;
  const ax = a.x - corner.x;
  const ay = a.y - corner.y;
  const bx = b.x - corner.x;
  const by = b.y - corner.y;
  const lengthA = Math.sqrt(ax * ax + ay * ay);
  const lengthB = Math.sqrt(bx * bx + by * by);
  const cosine = (ax * bx + ay * by) / (lengthA * lengthB);
  if (ratio(lengthA, lengthB) > 4 || Math.abs(cosine) > 0.88) return null;
  const acrossA = distances(i, j);
  const acrossB = distances(i, k);
  const modules = (acrossA + acrossB) / 2;
  if (modules < 18 || modules > 180 || ratio(acrossA, acrossB) > 1.8) return null;
  const isRight = ax * by - ay * bx > 0;
  const spread = Math.max(a.module, b.module, corner.module) / Math.min(a.module, b.module, corner.module);
  return {
    cost:
      0.5 * Math.abs(cosine) +
      0.5 * Math.log(ratio(lengthA, lengthB)) +
      2 * Math.log(ratio(acrossA, acrossB)) +
      0.5 * Math.log(spread),
    members: [i, j, k],
    guesses: kept(() => {
      const [right, low] = isRight ? [a, b] : [b, a];
      const sizes = sizesNear(modules, 3);
      const flat = sizes.map((size) => ({ size, corners: cornersOf(corner, right, low, size) }));
      const depths = { right: depthOf(binary, corner, right), low: depthOf(binary, corner, low) };
      if (ratio(depths.right, 1) < DEEP && ratio(depths.low, 1) < DEEP) return flat;
      const deep = sizes.map((size) => ({ size, corners: cornersOf(corner, right, low, size, depths) }));
      return [...flat, ...deep.filter(({ corners }) => isSeen(corners))];
    }),
  };
}

/** From a ratio on, what is farther is seen so much smaller that a parallelogram misses it. */
const DEEP = 1.12;

/** How much farther than the corner's another finder is: along a line modules shrink by its square. */
const depthOf = (binary: Gray, corner: Finder, other: Finder): number =>
  Math.sqrt(moduleTowards(binary, corner, other) / moduleTowards(binary, other, corner));

/** Nothing lies behind the camera: the corners go round one way. */
const isSeen = (corners: Corners): boolean => turnsOf(corners).every((turn) => turn > 0);

/** Two finders each with the third imagined, the likeliest first. */
export function pairs(finders: readonly Finder[], binary: Gray): Hypothesis[] {
  const ideas: Hypothesis[] = [];
  for (let i = 0; i < finders.length; i++) {
    for (let j = i + 1; j < finders.length; j++) {
      const [a, b] = [finders[i]!, finders[j]!];
      const module = (a.module + b.module) / 2;
      const modules = Math.hypot(b.x - a.x, b.y - a.y) / module;
      if (!areAlike(a, b) || modules < 12 || modules > 90) continue;
      ideas.push({ cost: modules, members: [i, j], guesses: kept(() => pairGuesses(a, b, binary)) });
    }
  }
  return ranked(ideas);
}

/**
 * As neighbours and across: however the two lie, as many modules are between them, for along the
 * diagonal modules are longer in the same measure.
 */
function pairGuesses(a: Finder, b: Finder, binary: Gray): Guess[] {
  const sizes = sizesNear(modulesBetween(binary, a, b), 2);
  return [...sizes.flatMap((size) => sideBySide(a, b, size)), ...sizes.flatMap((size) => across(a, b, size))];
}

/**
 * The two are neighbours: the third is imagined at a right angle, on either side and at either end.
 */
function sideBySide(a: Finder, b: Finder, size: number): Guess[] {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  return [
    [a, b, { x: a.x - dy, y: a.y + dx }],
    [b, { x: b.x - dy, y: b.y + dx }, a],
    [b, a, { x: b.x + dy, y: b.y - dx }],
    [a, { x: a.x + dy, y: a.y - dx }, b],
  ].map(([topLeft, topRight, bottomLeft], i) => ({
    size,
    corners: cornersOf(topLeft!, topRight!, bottomLeft!, size),
    imagined: i % 2 ? 'topRight' : 'bottomLeft',
  }));
}

/** The two lie across the symbol: the corner between them is imagined on either side. */
function across(a: Finder, b: Finder, size: number): Guess[] {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  return [
    { x: a.x + (dx + dy) / 2, y: a.y + (dy - dx) / 2 },
    { x: a.x + (dx - dy) / 2, y: a.y + (dy + dx) / 2 },
  ].map((corner) => {
    const turn = (a.x - corner.x) * (b.y - corner.y) - (a.y - corner.y) * (b.x - corner.x);
    const corners = turn > 0 ? cornersOf(corner, a, b, size) : cornersOf(corner, b, a, size);
    return { size, corners, imagined: 'topLeft' };
  });
}
