/** Cutting and resizing luminance, each with the way back to the points of the picture before. */
import type { Gray } from './gray';
import { withPictureOps } from './wasm/pictureOps';

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

/** Where `count` whole-pixel boxes begin and end that cover `length` pixels; a box never is empty. */
function boxEdges(length: number, count: number): Uint8Array {
  const edges = new Int32Array(2 * count);
  for (let i = 0; i < count; i++) {
    const start = Math.min(length - 1, Math.round((i * length) / count));
    edges[2 * i] = start;
    edges[2 * i + 1] = Math.max(start + 1, Math.min(length, Math.round(((i + 1) * length) / count)));
  }
  return new Uint8Array(edges.buffer);
}

const shrink = ({ data, width: sourceWidth, height: sourceHeight }: Gray, width: number, height: number): Uint8Array =>
  withPictureOps((ops) => {
    const from = ops.put(data);
    const xs = ops.put(boxEdges(sourceWidth, width));
    const ys = ops.put(boxEdges(sourceHeight, height));
    const room = ops.take(4 * sourceWidth);
    const to = ops.take(width * height);
    ops.shrink(from, sourceWidth, to, width, height, xs, ys, room);
    return ops.bytes().slice(to, to + width * height);
  });

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
export function halve(source: Gray): Gray {
  const { data, width, height } = source;
  if (width < 2 || height < 2) return resize(source, Math.max(1, width >> 1), Math.max(1, height >> 1)).gray;
  return withPictureOps((ops) => {
    const size = (width >> 1) * (height >> 1);
    const from = ops.put(data);
    const to = ops.take(size);
    ops.halve(from, width, height, to);
    return { data: ops.bytes().slice(to, to + size), width: width >> 1, height: height >> 1 };
  });
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
