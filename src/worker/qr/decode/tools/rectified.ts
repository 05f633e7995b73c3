/** Makes a rectangle of a quadrilateral of a picture, as if it were seen from the front. */
import type { Corners } from '../../../protocol/picture';
import type { Gray } from '../gray';
import { perspectiveOf } from '../grid/perspective';
import type { Derived, Point } from '../scale';

/** What lies around the corners is kept too, as a share of the side: there is the quiet zone. */
export const MARGIN = 0.15;

/**
 * The quadrilateral as a rectangle, with a margin of MARGIN around it.
 * @param times how much smaller the sides of `source` are than those that the corners are of
 * @param wide, high of the result, without its margin
 */
export function rectified(source: Gray, times: number, corners: Corners, wide: number, high: number): Derived {
  const { xu, xv, x0, yu, yv, y0, wu, wv } = perspectiveOf(corners.flat());
  const [mx, my] = [Math.round(wide * MARGIN), Math.round(high * MARGIN)];
  const [width, height] = [wide + 2 * mx, high + 2 * my];
  const back = ([x, y]: Point): Point => {
    const [u, v] = [(x - mx) / wide, (y - my) / high];
    // Nothing is seen beyond the horizon.
    const w = Math.max(1e-6, wu * u + wv * v + 1);
    return [(xu * u + xv * v + x0) / w, (yu * u + yv * v + y0) / w];
  };
  const { data: from, width: stride } = source;
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [px, py] = back([x + 0.5, y + 0.5]);
      const [sx, sy] = [px / times - 0.5, py / times - 0.5];
      if (!(sx >= 0 && sy >= 0 && sx < stride - 1 && sy < source.height - 1)) continue;
      const [xi, yi] = [sx | 0, sy | 0];
      const wx = sx - xi;
      const at = yi * stride + xi;
      const upper = from[at]! + (from[at + 1]! - from[at]!) * wx;
      const lower = from[at + stride]! + (from[at + stride + 1]! - from[at + stride]!) * wx;
      data[y * width + x] = upper + (lower - upper) * (sy - yi) + 0.5;
    }
  }
  return { gray: { data, width, height }, back };
}
