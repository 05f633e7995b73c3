/** What light, lens, sensor and file do to a picture: luminance 0 to 255 and beyond, a number a pixel. */
import type { Gray } from '../../src/worker/qr/decode/gray';
import { grayFromRgba } from '../../src/worker/qr/decode/gray';
import { readJpeg, writeJpeg } from '../../src/worker/qr/jpeg';
import type { Random } from '../../test/worker/qr/decode/provingGround/random';

export interface Plane {
  data: Float32Array;
  width: number;
  height: number;
}

function each({ data, width }: Plane, change: (value: number, x: number, y: number) => number): void {
  for (let i = 0; i < data.length; i++) data[i] = change(data[i]!, i % width, Math.floor(i / width));
}

/** Adds ellipses of light; a soft one fades out over its whole radius. */
export function shine(plane: Plane, count: number, radius: number, softness: number, random: Random, area: Area): void {
  for (let n = 0; n < count; n++) {
    const [cx, cy] = [random.between(area.left, area.right), random.between(area.top, area.low)];
    const [rx, ry] = [radius * random.between(0.6, 1.4), radius * random.between(0.6, 1.4)];
    const angle = random.between(0, Math.PI);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    each(plane, (value, x, y) => {
      const [dx, dy] = [x - cx, y - cy];
      const r = Math.hypot((cos * dx + sin * dy) / rx, (cos * dy - sin * dx) / ry);
      return r > 1 + softness ? value : value + 420 * Math.min(1, (1 + softness - r) / Math.max(0.01, softness)) ** 2;
    });
  }
}

export interface Area {
  left: number;
  right: number;
  top: number;
  low: number;
}

/** A straight edge of shadow, `soft` pixels wide. */
export function shade(plane: Plane, darkest: number, soft: number, random: Random): void {
  const angle = random.between(0, 2 * Math.PI);
  const [nx, ny] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [plane.width * random.between(0.4, 0.6), plane.height * random.between(0.4, 0.6)];
  each(plane, (value, x, y) => {
    const far = ((x - cx) * nx + (y - cy) * ny) / soft;
    return value * (far <= -1 ? 1 : far >= 1 ? darkest : 1 + ((darkest - 1) * (far + 1)) / 2);
  });
}

/** Mixes each pixel with others by weights: dx, dy, weight. */
function mix(plane: Plane, taps: readonly (readonly [number, number, number])[]): void {
  const { data, width, height } = plane;
  const from = data.slice();
  const sum = taps.reduce((all, [, , weight]) => all + weight, 0);
  data.fill(0);
  for (const [dx, dy, weight] of taps) {
    const share = weight / sum;
    for (let y = 0; y < height; y++) {
      const row = Math.max(0, Math.min(height - 1, y + dy)) * width;
      for (let x = 0; x < width; x++)
        data[y * width + x]! += share * from[row + Math.max(0, Math.min(width - 1, x + dx))]!;
    }
  }
}

/** A Gaussian of that deviation in pixels. */
export function soften(plane: Plane, sigma: number): void {
  const reach = Math.ceil(2.5 * sigma);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => Math.exp(-((i - reach) ** 2) / (2 * sigma * sigma)));
  mix(
    plane,
    weights.map((weight, i) => [i - reach, 0, weight] as const),
  );
  mix(
    plane,
    weights.map((weight, i) => [0, i - reach, weight] as const),
  );
}

/** A lens out of focus: a disc. */
export function defocus(plane: Plane, radius: number): void {
  const reach = Math.ceil(radius);
  const taps: [number, number, number][] = [];
  for (let dy = -reach; dy <= reach; dy++)
    for (let dx = -reach; dx <= reach; dx++) {
      const weight = Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(dx, dy)));
      if (weight) taps.push([dx, dy, weight]);
    }
  mix(plane, taps);
}

/** A hand that moves: a line of that length in pixels. */
export function move(plane: Plane, length: number, angle: number): void {
  const taps = new Map<string, [number, number, number]>();
  const steps = Math.ceil(4 * length);
  for (let i = 0; i <= steps; i++) {
    const at = length * (i / steps - 0.5);
    const [x, y] = [at * Math.cos(angle), at * Math.sin(angle)];
    for (const [px, py] of [
      [Math.floor(x), Math.floor(y)],
      [Math.floor(x) + 1, Math.floor(y)],
      [Math.floor(x), Math.floor(y) + 1],
      [Math.floor(x) + 1, Math.floor(y) + 1],
    ] as const) {
      const weight = (1 - Math.abs(x - px)) * (1 - Math.abs(y - py));
      const known = taps.get(`${px},${py}`);
      if (known) known[2] += weight;
      else taps.set(`${px},${py}`, [px, py, weight]);
    }
  }
  mix(plane, [...taps.values()]);
}

export function grain(plane: Plane, deviation: number, random: Random): void {
  each(plane, (value) => Math.max(0, Math.min(255, value)) + deviation * random.normal());
}

export function toGray({ data, width, height }: Plane): Gray {
  return { data: Uint8Array.from(data, (value) => Math.max(0, Math.min(255, Math.round(value)))), width, height };
}

/** Through a JPEG file of that quality. */
export function compress({ data, width, height }: Gray, quality: number): Gray {
  const rgba = new Uint8Array(4 * data.length).fill(255);
  for (let i = 0; i < data.length; i++) rgba.fill(data[i]!, 4 * i, 4 * i + 3);
  const pixels = readJpeg(writeJpeg(rgba, width, height, quality), { width, height });
  return grayFromRgba(pixels.data, width, height);
}
