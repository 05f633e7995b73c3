/** Where a symbol lies in a picture that a camera takes of it: turned, tilted and bent. */
import { type Perspective, perspectiveOf } from '../../src/worker/qr/decode/grid/perspective';
import type { Point } from '../../src/worker/qr/decode/scale';

export interface Pose {
  /** Where its centre comes to lie. */
  centre: Point;
  /** Length of a side that is not tilted, in pixels. */
  side: number;
  /** Turned in its plane, then tilted about the picture's own horizontal turned by `about`; radians. */
  spin: number;
  tilt: number;
  about: number;
  /** How far the camera is away, in sides. */
  distance: number;
  /** By how many sides the middle is moved, as on a roll. */
  roll: number;
  /** The same for waves of crumpled paper. */
  waves: number;
}

export interface Surface {
  /** From a point of the picture to the unit square of the symbol. */
  toSymbol(point: Point): Point;
  corners: Point[];
}

const ROUNDS = 6;

/** @param phases of the waves, four of them */
export function surfaceOf(pose: Pose, phases: readonly number[]): Surface {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ].map(([u, v]) => seen(pose, u! - 0.5, v! - 0.5));
  const forward = perspectiveOf(corners.flat());
  const back = inverseOf(forward);
  const bend = (u: number, v: number): Point => {
    const arch = pose.roll * (4 * u * (1 - u) - 0.5);
    const [a, b, c, d] = phases as [number, number, number, number];
    return [
      pose.side * pose.waves * Math.sin(5 * v + a) * Math.cos(4 * u + b),
      pose.side * (arch + pose.waves * Math.sin(6 * u + c) * Math.cos(4 * v + d)),
    ];
  };
  const isFlat = !pose.roll && !pose.waves;
  return {
    corners,
    toSymbol(point) {
      let [u, v] = back(point);
      for (let i = 0; i < ROUNDS && !isFlat; i++) {
        const [dx, dy] = bend(Math.max(-0.3, Math.min(1.3, u)), Math.max(-0.3, Math.min(1.3, v)));
        [u, v] = back([point[0] - dx, point[1] - dy]);
      }
      return [u, v];
    },
  };
}

function seen({ centre, side, spin, tilt, about, distance }: Pose, u: number, v: number): Point {
  const turn = (x: number, y: number, angle: number): Point => [
    x * Math.cos(angle) - y * Math.sin(angle),
    x * Math.sin(angle) + y * Math.cos(angle),
  ];
  const [x, y] = turn(...turn(u, v, spin), -about);
  const depth = distance / (distance + y * Math.sin(tilt));
  const [px, py] = turn(x * depth, y * Math.cos(tilt) * depth, about);
  return [centre[0] + side * px, centre[1] + side * py];
}

function inverseOf({ xu, xv, x0, yu, yv, y0, wu, wv }: Perspective): (point: Point) => Point {
  return ([x, y]) => {
    const [a, b, c] = [xu - wu * x, xv - wv * x, x - x0];
    const [d, e, f] = [yu - wu * y, yv - wv * y, y - y0];
    const determinant = a * e - b * d;
    return [(c * e - b * f) / determinant, (a * f - c * d) / determinant];
  };
}
