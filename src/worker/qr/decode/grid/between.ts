/** The value of a picture between its pixels. */

/**
 * @param x,y a point of the picture, whose first pixel's centre is at 0.5, 0.5; points outside take
 * the value of the border
 * @param width at least 2, as the height
 */
export function between(pixels: ArrayLike<number>, width: number, height: number, x: number, y: number): number {
  const left = x - 0.5;
  const top = y - 0.5;
  const xi = left > 0 ? (left < width - 2 ? left | 0 : width - 2) : 0;
  const yi = top > 0 ? (top < height - 2 ? top | 0 : height - 2) : 0;
  let fx = left - xi;
  fx = fx > 0 ? (fx < 1 ? fx : 1) : 0;
  let fy = top - yi;
  fy = fy > 0 ? (fy < 1 ? fy : 1) : 0;
  const at = yi * width + xi;
  const upper = pixels[at]! + (pixels[at + 1]! - pixels[at]!) * fx;
  const lower = pixels[at + width]! + (pixels[at + width + 1]! - pixels[at + width]!) * fx;
  return upper + (lower - upper) * fy;
}
