/**
 * A bendable grid: the unit square of a symbol, laid into a picture by its corners, then bent.
 *
 *      0,0 ----- top -----> u 1,0          u, v: places of the symbol, modules / size; its own top
 *       |                    |             left finder is at 0,0 whatever way the picture shows it
 *      left     bulge      right
 *       |                    |             Each bend moves the middle of its side, or of the whole
 *       v                    |             symbol, by so many pixels in x and y: less by a parabola
 *      0,1 ----- low ------ 1,1            towards the ends, and nothing at the corners.
 *
 * Parameters, in pixels: x and y of the corners 0,0 and 1,0 and 1,1 and 0,1; then of top, low, left,
 * right and bulge.
 */
import { perspectiveOf } from './perspective';

export const PARAMETERS = 18;
/** The first ones: without the others the grid is a plane in perspective. */
export const CORNER_PARAMETERS = 8;

type Bends = [number, number, number, number, number, number, number, number, number, number];

/**
 * Where places of the unit square lie in the picture.
 * @param p the parameters
 * @param u,v the places
 * @param xs,ys are written: as many as places, or more
 */
export function project(p: Float64Array, u: Float64Array, v: Float64Array, xs: Float64Array, ys: Float64Array): void {
  const { xu, xv, x0, yu, yv, y0, wu, wv } = perspectiveOf(p);
  const [topX, topY, lowX, lowY, leftX, leftY, rightX, rightY, bulgeX, bulgeY] = p.subarray(
    CORNER_PARAMETERS,
  ) as unknown as Bends;
  for (let i = 0; i < u.length; i++) {
    const a = u[i]!;
    const b = v[i]!;
    const bendU = 4 * a * (1 - a);
    const bendV = 4 * b * (1 - b);
    const w = 1 / (wu * a + wv * b + 1);
    xs[i] =
      (xu * a + xv * b + x0) * w +
      bendU * ((1 - b) * topX + b * lowX) +
      bendV * ((1 - a) * leftX + a * rightX) +
      bendU * bendV * bulgeX;
    ys[i] =
      (yu * a + yv * b + y0) * w +
      bendU * ((1 - b) * topY + b * lowY) +
      bendV * ((1 - a) * leftY + a * rightY) +
      bendU * bendV * bulgeY;
  }
}
