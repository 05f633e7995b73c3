/** Means over windows in constant time a pixel, by integral images: the ground of every local threshold. */
import type { Gray } from './gray';

const known = new WeakMap<Uint8Array, Int32Array>();

/** Sums of all pixels above and left: (width + 1) * (height + 1) values, made once a picture. Beyond 8 million white pixels they wrap around, which differences survive. */
function integral({ data, width, height }: Gray): Int32Array {
  const made = known.get(data);
  if (made) return made;
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
  known.set(data, sums);
  return sums;
}

/** Calls `each` with every row number and the means of the (2 * radius + 1)-pixel windows around its pixels, cut at the borders. */
function forEachRow(gray: Gray, radius: number, each: (y: number, means: Float32Array) => void): void {
  const { width, height } = gray;
  const sums = integral(gray);
  const stride = width + 1;
  const means = new Float32Array(width);
  const inner = Math.max(radius, width - radius - 1);
  for (let y = 0; y < height; y++) {
    const first = Math.max(0, y - radius);
    const last = Math.min(height, y + radius + 1);
    const top = first * stride;
    const low = last * stride;
    const rows = last - first;
    const mean = (left: number, right: number) =>
      ((sums[low + right]! - sums[low + left]! - sums[top + right]! + sums[top + left]!) | 0) / (rows * (right - left));
    for (let x = 0; x < Math.min(radius, width); x++) means[x] = mean(0, Math.min(width, x + radius + 1));
    const scale = 1 / (rows * (2 * radius + 1));
    for (let x = radius, left = 0, right = 2 * radius + 1; x < inner; x++, left++, right++) {
      means[x] = ((sums[low + right]! - sums[low + left]! - sums[top + right]! + sums[top + left]!) | 0) * scale;
    }
    for (let x = inner; x < width; x++) means[x] = mean(Math.max(0, x - radius), Math.min(width, x + radius + 1));
    each(y, means);
  }
}

/** How much darker than its surroundings each pixel is (negative: lighter). */
export function darkness(gray: Gray, radius: number): Int16Array {
  const out = new Int16Array(gray.data.length);
  forEachRow(gray, radius, (y, means) => {
    for (let x = 0, at = y * gray.width; x < means.length; x++, at++) out[at] = means[x]! - gray.data[at]!;
  });
  return out;
}

/** Black (0) or white (255) by the window's mean less `offset`. */
export function localThreshold(gray: Gray, radius: number, offset: number): Gray {
  const data = new Uint8Array(gray.data.length);
  forEachRow(gray, radius, (y, means) => {
    for (let x = 0, at = y * gray.width; x < means.length; x++, at++) data[at] = gray.data[at]! > means[x]! - offset ? 255 : 0;
  });
  return { ...gray, data };
}

/** The mean of each window: a box blur. */
export function boxBlur(gray: Gray, radius: number): Gray {
  const data = new Uint8Array(gray.data.length);
  forEachRow(gray, radius, (y, means) => {
    for (let x = 0, at = y * gray.width; x < means.length; x++, at++) data[at] = means[x]! + 0.5;
  });
  return { ...gray, data };
}
