/** Cutting and resizing luminance, each with the way back to the points of the picture before. */
import type { Gray } from './gray';

export type Point = [x: number, y: number];

/** A picture made from another, and where its points lie in that one. */
export interface Derived {
  gray: Gray;
  back(point: Point): Point;
}

export const longSide = ({ width, height }: Gray): number => Math.max(width, height);

/** To the given size: the mean of the covered pixels when it shrinks, between neighbours when it grows. */
export function resize(source: Gray, toWidth: number, toHeight: number): Derived {
  const width = Math.max(1, Math.round(toWidth));
  const height = Math.max(1, Math.round(toHeight));
  const fx = source.width / width;
  const fy = source.height / height;
  const data = fx > 1 || fy > 1 ? shrink(source, width, height) : grow(source, width, height);
  return { gray: { data, width, height }, back: ([x, y]) => [x * fx, y * fy] };
}

/** So that the long side is `side`. */
export function toSide(source: Gray, side: number): Derived {
  const factor = side / longSide(source);
  return resize(source, source.width * factor, source.height * factor);
}

/** Edges of `count` whole-pixel boxes that cover `length` pixels; a box never is empty. */
function boxEdges(length: number, count: number): Int32Array {
  const edges = new Int32Array(count + 1);
  for (let i = 0; i <= count; i++) edges[i] = Math.min(length, Math.round((i * length) / count));
  return edges;
}

function shrink({ data, width: sourceWidth, height: sourceHeight }: Gray, width: number, height: number): Uint8Array {
  const out = new Uint8Array(width * height);
  const xs = boxEdges(sourceWidth, width);
  const ys = boxEdges(sourceHeight, height);
  const columns = new Int32Array(sourceWidth);
  for (let y = 0; y < height; y++) {
    const top = Math.min(ys[y]!, sourceHeight - 1);
    const bottom = Math.max(top + 1, ys[y + 1]!);
    columns.fill(0);
    for (let at = top * sourceWidth, end = bottom * sourceWidth; at < end; at += sourceWidth) {
      for (let x = 0; x < sourceWidth; x++) columns[x]! += data[at + x]!;
    }
    const rows = bottom - top;
    for (let x = 0, to = y * width; x < width; x++, to++) {
      const left = Math.min(xs[x]!, sourceWidth - 1);
      const right = Math.max(left + 1, xs[x + 1]!);
      let sum = 0;
      for (let at = left; at < right; at++) sum += columns[at]!;
      out[to] = sum / ((right - left) * rows) + 0.5;
    }
  }
  return out;
}

function grow({ data, width: sourceWidth, height: sourceHeight }: Gray, width: number, height: number): Uint8Array {
  const out = new Uint8Array(width * height);
  const fx = sourceWidth / width;
  const fy = sourceHeight / height;
  for (let y = 0; y < height; y++) {
    const sy = Math.max(0, (y + 0.5) * fy - 0.5);
    const top = sy | 0;
    const wy = sy - top;
    const a = top * sourceWidth;
    const b = Math.min(sourceHeight - 1, top + 1) * sourceWidth;
    for (let x = 0; x < width; x++) {
      const sx = Math.max(0, (x + 0.5) * fx - 0.5);
      const left = sx | 0;
      const right = Math.min(sourceWidth - 1, left + 1);
      const wx = sx - left;
      const upper = data[a + left]! + (data[a + right]! - data[a + left]!) * wx;
      const lower = data[b + left]! + (data[b + right]! - data[b + left]!) * wx;
      out[y * width + x] = upper + (lower - upper) * wy + 0.5;
    }
  }
  return out;
}

/** Half the size, each pixel the mean of four; an odd last row or column is left out. */
export function halve({ data, width, height }: Gray): Gray {
  const w = Math.max(1, width >> 1);
  const h = Math.max(1, height >> 1);
  const out = new Uint8Array(w * h);
  const down = height > 1 ? width : 0;
  const right = width > 1 ? 1 : 0;
  for (let y = 0; y < h; y++) {
    for (let x = 0, at = 2 * y * width, to = y * w; x < w; x++, at += 2, to++) {
      out[to] = (data[at]! + data[at + right]! + data[at + down]! + data[at + down + right]! + 2) >> 2;
    }
  }
  return { data: out, width: w, height: h };
}

/** The part that lies inside the picture, in whole pixels. */
export function crop(source: Gray, x: number, y: number, width: number, height: number): Derived {
  const left = Math.max(0, Math.min(source.width - 1, Math.floor(x)));
  const top = Math.max(0, Math.min(source.height - 1, Math.floor(y)));
  const w = Math.max(1, Math.min(source.width - left, Math.ceil(width)));
  const h = Math.max(1, Math.min(source.height - top, Math.ceil(height)));
  const data = new Uint8Array(w * h);
  for (let row = 0; row < h; row++)
    data.set(source.data.subarray((top + row) * source.width + left, (top + row) * source.width + left + w), row * w);
  return { gray: { data, width: w, height: h }, back: ([px, py]) => [px + left, py + top] };
}
