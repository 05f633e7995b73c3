/** Small geometry of symbols' corners. */
import type { Corners } from '../../protocol/picture';
import type { Point } from './scale';

export const centreOf = (corners: Corners): Point => [
  corners.reduce((sum, [x]) => sum + x, 0) / 4,
  corners.reduce((sum, [, y]) => sum + y, 0) / 4,
];

/** The same shape, `factor` times as large about its centre. */
export function grown(corners: Corners, factor: number): Corners {
  const [cx, cy] = centreOf(corners);
  return corners.map(([x, y]) => [cx + (x - cx) * factor, cy + (y - cy) * factor]) as Corners;
}

export function isInside([x, y]: Point, corners: Corners): boolean {
  let inside = false;
  for (let i = 0, j = 3; i < 4; j = i++) {
    const [xi, yi] = corners[i]!;
    const [xj, yj] = corners[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Length of the shorter pair of opposite sides, roughly: how small the symbol is. */
export function shortSide(corners: Corners): number {
  const side = (i: number) =>
    Math.hypot(corners[(i + 1) % 4]![0] - corners[i]![0], corners[(i + 1) % 4]![1] - corners[i]![1]);
  return Math.min(side(0) + side(2), side(1) + side(3)) / 2;
}
