/** Turns a picture clockwise: by quarters without loss, by any other angle between its pixels. */
import { rotate } from '../filters';
import type { Gray } from '../gray';
import { type Derived, halve } from '../scale';

/** Pixels of the largest canvas; what would need more is halved before. */
const MAX_CANVAS = 72_000_000;

/** Of the canvas that holds the whole turned picture. */
function canvasPixels({ width, height }: Gray, degrees: number): number {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
  return (width * cos + height * sin + 1) * (width * sin + height * cos + 1);
}

export function turn(source: Gray, degrees: number): Derived {
  const clockwise = ((degrees % 360) + 360) % 360;
  if (clockwise % 90 === 0) return quarters(source, clockwise / 90);
  let gray = source;
  let [fx, fy] = [1, 1];
  while (canvasPixels(gray, clockwise) > MAX_CANVAS) {
    const half = halve(gray);
    fx *= gray.width / half.width;
    fy *= gray.height / half.height;
    gray = half;
  }
  const turned = rotate(gray, clockwise);
  if (gray === source) return turned;
  return {
    gray: turned.gray,
    back: (point) => {
      const [x, y] = turned.back(point);
      return [x * fx, y * fy];
    },
  };
}

function quarters(source: Gray, count: number): Derived {
  const { data, width, height } = source;
  if (count === 0) return { gray: source, back: (point) => point };
  const out = new Uint8Array(data.length);
  if (count === 2) {
    for (let i = 0, j = data.length; i < data.length; i++) out[i] = data[--j]!;
    return { gray: { data: out, width, height }, back: ([x, y]) => [width - x, height - y] };
  }
  // Blocks, so that the rows that are written stay near each other.
  const BLOCK = 64;
  for (let top = 0; top < height; top += BLOCK) {
    const bottom = Math.min(height, top + BLOCK);
    for (let x = 0; x < width; x++) {
      const row = (count === 1 ? x : width - 1 - x) * height;
      for (let y = top; y < bottom; y++) out[row + (count === 1 ? height - 1 - y : y)] = data[y * width + x]!;
    }
  }
  return {
    gray: { data: out, width: height, height: width },
    back: count === 1 ? ([x, y]) => [y, height - x] : ([x, y]) => [width - y, x],
  };
}
