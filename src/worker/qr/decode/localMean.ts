/** Means over windows in constant time a pixel, by sums that slide along: the ground of every local threshold. */
import type { Gray } from './gray';

/**
 * A function that gives the means of the (2 * radius + 1)-pixel windows around the pixels of a row, cut at the borders.
 * It must be asked for every row once, from the top; the array that it gives is the same one every time.
 */
function slidingMeans({ data, width, height }: Gray, radius: number): (y: number) => Float32Array {
  const reach = 2 * radius;
  const columns = new Int32Array(width + reach);
  const across = Float64Array.from({ length: width }, (_, x) => 1 / (Math.min(width, x + radius + 1) - Math.max(0, x - radius)));
  const means = new Float32Array(width);
  let first = 0;
  let last = 0;
  return (y) => {
    for (const end = Math.min(height, y + radius + 1); last < end; last++) {
      for (let x = 0, at = last * width; x < width; x++, at++) columns[x + radius]! += data[at]!;
    }
    for (const start = Math.max(0, y - radius); first < start; first++) {
      for (let x = 0, at = first * width; x < width; x++, at++) columns[x + radius]! -= data[at]!;
    }
    const perRow = 1 / (last - first);
    let sum = 0;
    for (let i = 0; i < reach; i++) sum += columns[i]!;
    for (let x = 0; x < width; x++) {
      sum += columns[x + reach]!;
      means[x] = sum * across[x]! * perRow;
      sum -= columns[x]!;
    }
    return means;
  };
}

/** How much darker than its surroundings each pixel is (negative: lighter). */
export function darkness(gray: Gray, radius: number): Int16Array {
  const { data, width, height } = gray;
  const out = new Int16Array(data.length);
  const meansOf = slidingMeans(gray, radius);
  for (let y = 0, at = 0; y < height; y++) {
    const means = meansOf(y);
    for (let x = 0; x < width; x++, at++) out[at] = means[x]! - data[at]!;
  }
  return out;
}

/** Black (0) or white (255) by the window's mean less `offset`. */
export function localThreshold(gray: Gray, radius: number, offset: number): Gray {
  const { data, width, height } = gray;
  const out = new Uint8Array(data.length);
  const meansOf = slidingMeans(gray, radius);
  for (let y = 0, at = 0; y < height; y++) {
    const means = meansOf(y);
    for (let x = 0; x < width; x++, at++) out[at] = data[at]! > means[x]! - offset ? 255 : 0;
  }
  return { data: out, width, height };
}

/** The mean of each window: a box blur. */
export function boxBlur(gray: Gray, radius: number): Gray {
  const { data, width, height } = gray;
  const out = new Uint8Array(data.length);
  const meansOf = slidingMeans(gray, radius);
  for (let y = 0, at = 0; y < height; y++) {
    const means = meansOf(y);
    for (let x = 0; x < width; x++, at++) out[at] = means[x]! + 0.5;
  }
  return { data: out, width, height };
}
