/**
 * Whole-picture filters of the cheap attempts: each brings out symbols that the engine alone does
 * not see.
 */
import type { Gray } from './gray';
import { type Derived, type Point, resize } from './scale';

/** Each value by a function of it, rounded and kept between 0 and 255. */
export const lookup = (gray: Gray, value: (v: number) => number): Gray => {
  const table = Uint8Array.from({ length: 256 }, (_, v) => Math.max(0, Math.min(255, Math.round(value(v)))));
  const data = new Uint8Array(gray.data.length);
  for (let i = 0; i < data.length; i++) data[i] = table[gray.data[i]!]!;
  return { ...gray, data };
};

/** Below 1 opens up dark parts, above 1 bright parts. */
export const gamma = (gray: Gray, exponent: number): Gray => lookup(gray, (v) => 255 * (v / 255) ** exponent);

export function invert(gray: Gray): Gray {
  const words = new Uint32Array(Math.ceil(gray.data.length / 4));
  const data = new Uint8Array(words.buffer, 0, gray.data.length);
  data.set(gray.data);
  for (let i = 0; i < words.length; i++) words[i] = ~words[i]!;
  return { ...gray, data };
}

/**
 * Presses the picture together; perspective makes symbols too long for the engine's finder test.
 */
export const squash = (gray: Gray, fx: number, fy: number): Derived => resize(gray, gray.width * fx, gray.height * fy);

/**
 * Equalises contrast in `tiles` x `tiles` parts, mixed between their centres; `clip` limits how
 * much noise is raised.
 */
export function equalise({ data, width, height }: Gray, tiles: number, clip: number): Gray {
  const tileWidth = Math.ceil(width / tiles);
  const tileHeight = Math.ceil(height / tiles);
  const maps = Array.from({ length: tiles * tiles }, (_, t) =>
    tileMap(
      data,
      width,
      height,
      (t % tiles) * tileWidth,
      Math.floor(t / tiles) * tileHeight,
      tileWidth,
      tileHeight,
      clip,
    ),
  );
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const gy = Math.max(0, Math.min(tiles - 1, (y - tileHeight / 2) / tileHeight));
    const row = Math.floor(gy);
    const nextRow = Math.min(tiles - 1, row + 1);
    const wy = gy - row;
    for (let x = 0; x < width; x++) {
      const gx = Math.max(0, Math.min(tiles - 1, (x - tileWidth / 2) / tileWidth));
      const column = gx | 0;
      const nextColumn = column + 1 < tiles ? column + 1 : column;
      const wx = gx - column;
      const v = data[y * width + x]!;
      const upper = maps[row * tiles + column]![v]! * (1 - wx) + maps[row * tiles + nextColumn]![v]! * wx;
      const lower = maps[nextRow * tiles + column]![v]! * (1 - wx) + maps[nextRow * tiles + nextColumn]![v]! * wx;
      out[y * width + x] = upper * (1 - wy) + lower * wy + 0.5;
    }
  }
  return { data: out, width, height };
}

function tileMap(
  data: Uint8Array,
  width: number,
  height: number,
  left: number,
  top: number,
  tileWidth: number,
  tileHeight: number,
  clip: number,
): Uint8Array {
  const counts = new Float64Array(256);
  const right = Math.min(width, left + tileWidth);
  const bottom = Math.min(height, top + tileHeight);
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) counts[data[y * width + x]!]!++;
  const total = Math.max(0, right - left) * Math.max(0, bottom - top);
  const limit = Math.max(1, (clip * total) / 256);
  let over = 0;
  for (let i = 0; i < 256; i++) {
    over += Math.max(0, counts[i]! - limit);
    counts[i] = Math.min(counts[i]!, limit);
  }
  let sum = 0;
  return Uint8Array.from(counts, (count, i) => {
    sum += count + over / 256;
    return total ? Math.min(255, Math.round((255 * sum) / total)) : i;
  });
}

/** Turns about the centre, on a canvas that holds the whole picture, white outside. */
export function rotate(source: Gray, degrees: number): Derived {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const width = Math.ceil(Math.abs(source.width * cos) + Math.abs(source.height * sin));
  const height = Math.ceil(Math.abs(source.width * sin) + Math.abs(source.height * cos));
  const data = new Uint8Array(width * height).fill(255);
  const back = ([x, y]: Point): Point => {
    const dx = x - width / 2;
    const dy = y - height / 2;
    return [cos * dx + sin * dy + source.width / 2, cos * dy - sin * dx + source.height / 2];
  };
  const { data: from, width: stride } = source;
  for (let y = 0; y < height; y++) {
    const [startX, startY] = back([0.5, y + 0.5]);
    for (let x = 0; x < width; x++) {
      const sx = startX + cos * x - 0.5;
      const sy = startY - sin * x - 0.5;
      const xi = Math.floor(sx);
      const yi = Math.floor(sy);
      if (xi < 0 || yi < 0 || xi + 1 >= stride || yi + 1 >= source.height) continue;
      const wx = sx - xi;
      const wy = sy - yi;
      const at = yi * stride + xi;
      const upper = from[at]! + (from[at + 1]! - from[at]!) * wx;
      const lower = from[at + stride]! + (from[at + stride + 1]! - from[at + stride]!) * wx;
      data[y * width + x] = upper + (lower - upper) * wy + 0.5;
    }
  }
  return { gray: { data, width, height }, back };
}
