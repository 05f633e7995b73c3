/** Means over windows in constant time a pixel, by integral images: the ground of every local threshold. */
import type { Gray } from './gray';

/** Sums of all pixels above and left: (width + 1) * (height + 1) values. Wraps around beyond 16.8 million white pixels, which differences survive. */
export function integral({ data, width, height }: Gray): Int32Array {
  const stride = width + 1;
  const sums = new Int32Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    const above = y * stride + 1;
    const here = above + stride;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      row += data[at]!;
      sums[here + x] = sums[above + x]! + row;
    }
  }
  return sums;
}

/** Calls `each` with every pixel's index and the mean of the (2 * radius + 1)-pixel window around it, cut at the borders. */
function forEachMean({ width, height }: Gray, sums: Int32Array, radius: number, each: (at: number, mean: number) => void): void {
  const stride = width + 1;
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - radius) * stride;
    const bottom = Math.min(height, y + radius + 1);
    const rows = bottom - Math.max(0, y - radius);
    const low = bottom * stride;
    for (let x = 0; x < width; x++) {
      const left = x < radius ? 0 : x - radius;
      const right = x + radius + 1 > width ? width : x + radius + 1;
      each(
        y * width + x,
        ((sums[low + right]! - sums[low + left]! - sums[top + right]! + sums[top + left]!) | 0) / (rows * (right - left)),
      );
    }
  }
}

/** How much darker than its surroundings each pixel is (negative: lighter). */
export function darkness(gray: Gray, radius: number): Int16Array {
  const out = new Int16Array(gray.data.length);
  forEachMean(gray, integral(gray), radius, (at, mean) => {
    out[at] = mean - gray.data[at]!;
  });
  return out;
}

/** Black (0) or white (255) by the window's mean less `offset`. */
export function localThreshold(gray: Gray, radius: number, offset: number, sums = integral(gray)): Gray {
  const data = new Uint8Array(gray.data.length);
  forEachMean(gray, sums, radius, (at, mean) => {
    data[at] = gray.data[at]! > mean - offset ? 255 : 0;
  });
  return { ...gray, data };
}

/** The mean of each window: a box blur. */
export function boxBlur(gray: Gray, radius: number, sums = integral(gray)): Gray {
  const data = new Uint8Array(gray.data.length);
  forEachMean(gray, sums, radius, (at, mean) => {
    data[at] = mean + 0.5;
  });
  return { ...gray, data };
}
