/**
 * What happens to a symbol between the screen or paper and a camera, in rising steps. Pictures come
 * in at 4 pixels a module.
 */
import type { Disturbance } from '../../protocol/style';
import type { Gray } from '../decode/gray';
import { resize } from '../decode/scale';
import { readJpeg, writeJpeg } from '../jpeg';

export interface Battery {
  disturbance: Disturbance;
  steps: ((gray: Gray) => Gray)[];
}

const each = (gray: Gray, value: (v: number, at: number) => number): Gray => ({
  ...gray,
  data: gray.data.map((v, at) => Math.max(0, Math.min(255, Math.round(value(v, at))))),
});

/** Two passes of a box so wide in each direction: close to a Gaussian of width / sqrt(6). */
function blur(gray: Gray, width: number): Gray {
  let { data } = gray;
  for (let pass = 0; pass < 2; pass++) for (const along of [1, gray.width]) data = boxed(data, gray, along, width);
  return { ...gray, data };
}

function boxed(data: Uint8Array, { width, height }: Gray, along: number, box: number): Uint8Array {
  const out = new Uint8Array(data.length);
  const [length, lines, across] = along === 1 ? [width, height, width] : [height, width, 1];
  const half = box >> 1;
  for (let line = 0; line < lines; line++) {
    const value = (i: number) => data[line * across + Math.max(0, Math.min(length - 1, i)) * along]!;
    let sum = 0;
    for (let i = -half; i < box - half; i++) sum += value(i);
    for (let i = 0; i < length; i++) {
      out[line * across + i * along] = sum / box + 0.5;
      sum += value(i + box - half) - value(i - half);
    }
  }
  return out;
}

/** Noise that is the same every time: a fixed mixing of the pixel's place. */
function noise(gray: Gray, strength: number): Gray {
  return each(gray, (v, at) => {
    let mixed = Math.imul(at + 1, 0x9e3779b1);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    // Four bytes together are close to a normal deviate of 148.
    const four = (mixed & 255) + ((mixed >>> 8) & 255) + ((mixed >>> 16) & 255) + (mixed >>> 24);
    return v + ((four - 510) / 148) * strength;
  });
}

/** Both colours drawn together to a share of their distance, with the grain of a sensor. */
const faint = (gray: Gray, share: number): Gray =>
  noise(
    each(gray, (v) => 110 + (v - 128) * share),
    3,
  );

/** Seen from below: the upper edge is shorter by `share`. */
function tilt(gray: Gray, share: number): Gray {
  const { data, width, height } = gray;
  const out = new Uint8Array(data.length).fill(data[0]!);
  for (let y = 0; y < height; y++) {
    const squeeze = 1 / (1 - (share * (height - y)) / height);
    for (let x = 0; x < width; x++) {
      const sx = width / 2 + (x - width / 2) * squeeze;
      const xi = Math.floor(sx);
      if (xi < 0 || xi + 1 >= width) continue;
      const at = y * width + xi;
      out[y * width + x] = data[at]! + (data[at + 1]! - data[at]!) * (sx - xi);
    }
  }
  return { data: out, width, height };
}

function compressed({ data, width, height }: Gray, quality: number): Gray {
  const rgba = new Uint8Array(data.length * 4).fill(255);
  for (let i = 0; i < data.length; i++) rgba.fill(data[i]!, i * 4, i * 4 + 3);
  const read = readJpeg(writeJpeg(rgba, width, height, quality), { width, height });
  return { data: data.map((_, i) => read.data[i * 4]!), width, height };
}

/** From 4 pixels a module to fewer, off the grid of modules. */
const smaller = (gray: Gray, pixels: number): Gray =>
  resize(gray, (gray.width * pixels) / 4, (gray.height * pixels) / 4).gray;

const steps = (values: number[], apply: (gray: Gray, value: number) => Gray) =>
  values.map((value) => (gray: Gray) => apply(gray, value));

export const batteries: readonly Battery[] = [
  { disturbance: 'blur', steps: steps([2, 3, 4, 5], blur) },
  { disturbance: 'noise', steps: steps([20, 40, 60, 90], noise) },
  { disturbance: 'low-contrast', steps: steps([0.3, 0.15, 0.08, 0.04], faint) },
  { disturbance: 'perspective', steps: steps([0.04, 0.08, 0.12, 0.2], tilt) },
  { disturbance: 'jpeg', steps: steps([20, 10, 5, 2], compressed) },
  { disturbance: 'few-pixels', steps: steps([2.5, 2, 1.6, 1.3], smaller) },
];
