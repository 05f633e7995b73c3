/** A symbol around a bottle or a pillar: bent by a parabola, its finders where they are seen. */
import type { Corners } from '../../../protocol/picture';
import type { Point } from '../scale';
import type { Way } from './bestWay';

/** How far the middle is moved against the edges, in sides of the symbol. */
export interface Roll extends Way {
  /** It bends from left to right, else from top to bottom. */
  isAcross: boolean;
}

/** A parabola that is 1 in the middle and 0 at the edges. */
const arch = (t: number) => 4 * t * (1 - t);

/** @returns share of the middle's way that a place from 0 to 1 goes against the finders' middles */
export const rise = (place: number, size: number): number => arch(place) - arch(3.5 / size);

/** A way in sides of the symbol, in points of the picture that the corners are in. */
export function shiftOf([[ax, ay], [bx, by], , [dx, dy]]: Corners, { u, v }: Way): Point {
  return [u * (bx - ax) + v * (dx - ax), u * (by - ay) + v * (dy - ay)];
}
