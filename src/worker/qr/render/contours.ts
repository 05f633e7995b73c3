/**
 * The dark areas of a styled symbol as closed contours of lines and curves, to be filled by the
 * even-odd rule: one geometry for every format.
 */
import type { QrSymbol } from '../../protocol/symbol';
import { clearUnder } from './logo';
import type { Look } from './look';
import { type Loop, outlines } from './outline';

type Point = [x: number, y: number];

/** One straight line to a point, or one cubic Bézier curve: two control points and the end. */
export type Step = [Point] | [Point, Point, Point];

/** In modules from the symbol's top left, y downwards; the last step ends at the start. */
export interface Contour {
  start: Point;
  steps: Step[];
}

/** Control points of a quarter circle lie so far along its tangents. */
const kappa = 0.5523;

/**
 * Roundings in modules: of what sticks out, of single dots, of the three borders of a rounded
 * finder from the outside in.
 */
const cornerRadius = 0.45;
export const dotRadius = 0.46;
const roundedRadii = [2, 1.3, 1] as const;

/** Circles are told by their centres, for formats that can draw many of one kind. */
interface Shapes {
  dots: Point[];
  others: Contour[];
}

/** @throws logo-too-large */
export function contours(symbol: QrSymbol, look: Look): Contour[] {
  const { dots, others } = shapes(symbol, look);
  return [...dots.map(([x, y]) => square(x - dotRadius, y - dotRadius, 2 * dotRadius, dotRadius)), ...others];
}

/** @throws logo-too-large */
export function shapes(symbol: QrSymbol, { modules: shape, finders, logo }: Look): Shapes {
  const { size } = symbol;
  const modules = logo ? clearUnder(symbol, logo) : symbol.modules.slice();
  const corners = [
    [0, 0],
    [size - 7, 0],
    [0, size - 7],
  ] as const;
  for (const [left, top] of corners)
    for (let y = top; y < top + 7; y++) modules.fill(0, y * size + left, y * size + left + 7);
  const isDotted = shape === 'dots';
  const radius = shape === 'rounded' ? cornerRadius : 0;
  const others = isDotted ? [] : outlines({ size, modules }).map((loop) => rounded(loop, radius));
  for (const [left, top] of corners)
    for (const [i, inset] of [0, 1, 2].entries()) {
      const radius = finders === 'circle' ? 3.5 - inset : finders === 'rounded' ? roundedRadii[i]! : 0;
      others.push(square(left + inset, top + inset, 7 - 2 * inset, radius));
    }
  return { dots: isDotted ? centres(modules, size) : [], others };
}

const centres = (modules: Uint8Array, size: number): Point[] =>
  Array.from(modules.keys())
    .filter((at) => modules[at])
    .map((at) => [(at % size) + 0.5, Math.floor(at / size) + 0.5]);

function square(left: number, top: number, side: number, radius: number): Contour {
  const [right, bottom] = [left + side, top + side];
  return rounded(
    [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
    radius,
  );
}

/** A loop of right angles, clockwise around dark, with the corners that stick out rounded. */
function rounded(loop: Loop, radius: number): Contour {
  const ends: Step[][] = loop.map((corner, i) => turnAt(loop.at(i - 1)!, corner, loop[(i + 1) % loop.length]!, radius));
  const start = ends[0]![0]!.at(-1)! as Point;
  const steps = [...ends.slice(1).flat(), ...ends[0]!];
  return { start: ends[0]!.length > 1 ? (ends[0]![1]!.at(-1) as Point) : start, steps };
}

function turnAt(from: Point, corner: Point, to: Point, radius: number): Step[] {
  const [ax, ay] = [Math.sign(corner[0] - from[0]), Math.sign(corner[1] - from[1])];
  const [bx, by] = [Math.sign(to[0] - corner[0]), Math.sign(to[1] - corner[1])];
  if (radius === 0 || ax * by - ay * bx < 0) return [[corner]];
  const along = (distance: number): [Point, Point] => [
    [corner[0] - ax * distance, corner[1] - ay * distance],
    [corner[0] + bx * distance, corner[1] + by * distance],
  ];
  const [before, after] = along(radius);
  const [control1, control2] = along(radius * (1 - kappa));
  return [[before], [control1, control2, after]];
}
