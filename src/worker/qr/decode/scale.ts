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

/**
 * To the given size: the mean of the covered pixels when it shrinks, between neighbours when it
 * grows.
 */
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

/**
 * Bytes of rows that go through the module's memory at a time, unless one box or pair of rows has
 * more.
 */
const STRIPE = 1 << 20;

/**
 * Where `count` whole-pixel boxes begin and end that cover `length` pixels; a box never is empty.
 */
function boxEdges(length: number, count: number): Int32Array {
  const edges = new Int32Array(2 * count);
  for (let i = 0; i < count; i++) {
    const start = Math.min(length - 1, Math.round((i * length) / count));
    edges[2 * i] = start;
    edges[2 * i + 1] = Math.max(start + 1, Math.min(length, Math.round(((i + 1) * length) / count)));
  }
  return edges;
}

const bytesOf = (numbers: Int32Array) => new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);

function shrink({ data, width: sourceWidth, height: sourceHeight }: Gray, width: number, height: number): Uint8Array {
  const xs = bytesOf(boxEdges(sourceWidth, width));
  const ys = boxEdges(sourceHeight, height);
  const out = new Uint8Array(width * height);
  const many = Math.max(1, Math.floor((STRIPE * height) / data.length));
  for (let y = 0; y < height; y += many) {
    const rows = Math.min(many, height - y);
    const top = ys[2 * y]!;
    const edges = ys.slice(2 * y, 2 * (y + rows)).map((edge) => edge - top);
    withPictureOps((ops) => {
      const from = ops.put(data.subarray(top * sourceWidth, (top + edges.at(-1)!) * sourceWidth));
      const [across, down] = [ops.put(xs), ops.put(bytesOf(edges))];
      const room = ops.take(4 * sourceWidth);
      const to = ops.take(width * rows);
      ops.shrink(from, sourceWidth, to, width, rows, across, down, room);
      out.set(ops.bytes().subarray(to, to + width * rows), y * width);
    });
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
export function halve(source: Gray): Gray {
  const { data, width, height } = source;
  if (width < 2 || height < 2) return resize(source, Math.max(1, width >> 1), Math.max(1, height >> 1)).gray;
  const [w, h] = [width >> 1, height >> 1];
  const out = new Uint8Array(w * h);
  const many = Math.max(1, Math.floor(STRIPE / (2 * width)));
  for (let y = 0; y < h; y += many) {
    const rows = Math.min(many, h - y);
    withPictureOps((ops) => {
      const from = ops.put(data.subarray(2 * y * width, 2 * (y + rows) * width));
      const to = ops.take(w * rows);
      ops.halve(from, width, 2 * rows, to);
      out.set(ops.bytes().subarray(to, to + w * rows), y * w);
    });
  }
  return { data: out, width: w, height: h };
}

/** Halved until it has at most so many pixels; `times` is how much smaller its sides are. */
export function halvedTo(source: Gray, pixels: number): { gray: Gray; times: number } {
  let gray = source;
  let times = 1;
  for (; gray.width * gray.height > pixels; times *= 2) gray = halve(gray);
  return { gray, times };
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

/**
 * Tiles of at most `side` pixels a side that cover the picture and overlap by at least `overlap`;
 * each is made when it is asked for.
 */
export function* tiles(source: Gray, side: number, overlap: number): Generator<Derived> {
  const [width, height] = [Math.min(side, source.width), Math.min(side, source.height)];
  for (const top of tileStarts(source.height, height, overlap))
    for (const left of tileStarts(source.width, width, overlap)) yield crop(source, left, top, width, height);
}

function tileStarts(length: number, side: number, overlap: number): number[] {
  const gaps = Math.ceil((length - side) / (side - overlap));
  return Array.from({ length: gaps + 1 }, (_, i) => (gaps ? Math.floor((i * (length - side)) / gaps) : 0));
}
