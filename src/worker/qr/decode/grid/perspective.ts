/** The perspective that takes the unit square to a quadrilateral: a homography. */

/**
 * The point u, v becomes
 * x = (xu * u + xv * v + x0) / (wu * u + wv * v + 1),
 * y = (yu * u + yv * v + y0) / (wu * u + wv * v + 1).
 */
export interface Perspective {
  xu: number;
  xv: number;
  x0: number;
  yu: number;
  yv: number;
  y0: number;
  wu: number;
  wv: number;
}

/**
 * @param corners where 0,0 and 1,0 and 1,1 and 0,1 come to lie: x, y, x, y … of a quadrilateral
 * whose last three corners are not on one line
 */
export function perspectiveOf(corners: ArrayLike<number>): Perspective {
  const [ax, ay, bx, by] = [corners[0]!, corners[1]!, corners[2]!, corners[3]!];
  const [cx, cy, dx, dy] = [corners[4]!, corners[5]!, corners[6]!, corners[7]!];
  const sumX = ax - bx + cx - dx;
  const sumY = ay - by + cy - dy;
  const determinant = (bx - cx) * (dy - cy) - (dx - cx) * (by - cy);
  const wu = (sumX * (dy - cy) - (dx - cx) * sumY) / determinant;
  const wv = ((bx - cx) * sumY - sumX * (by - cy)) / determinant;
  return {
    xu: bx - ax + wu * bx,
    xv: dx - ax + wv * dx,
    x0: ax,
    yu: by - ay + wu * by,
    yv: dy - ay + wv * dy,
    y0: ay,
    wu,
    wv,
  };
}
