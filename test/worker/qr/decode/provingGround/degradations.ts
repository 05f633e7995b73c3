/**
 * What the proving ground does to symbols: one kind of damage each, at a strength from 0 (hardly)
 * to 1 (as hard as it gets).
 */
import type { Gray } from '../../../../../src/worker/qr/decode/gray';
import { boxBlur } from '../../../../../src/worker/qr/decode/localMean';
import { resize } from '../../../../../src/worker/qr/decode/scale';
import type { Random } from './random';

export type Degradation = (gray: Gray, strength: number, random: Random) => Gray;

/** Each pixel of the result is taken from where `source` says. */
function warp(gray: Gray, source: (x: number, y: number) => [number, number]): Gray {
  const { data, width, height } = gray;
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sx, sy] = source(x, y);
      const xi = Math.max(0, Math.min(width - 2, Math.floor(sx)));
      const yi = Math.max(0, Math.min(height - 2, Math.floor(sy)));
      const fx = Math.max(0, Math.min(1, sx - xi));
      const fy = Math.max(0, Math.min(1, sy - yi));
      const at = yi * width + xi;
      const upper = data[at]! * (1 - fx) + data[at + 1]! * fx;
      const lower = data[at + width]! * (1 - fx) + data[at + width + 1]! * fx;
      out[y * width + x] = upper * (1 - fy) + lower * fy;
    }
  }
  return { data: out, width, height };
}

function each(gray: Gray, value: (v: number, x: number, y: number) => number): Gray {
  const data = new Uint8Array(gray.data.length);
  for (let i = 0; i < data.length; i++) {
    data[i] = Math.max(0, Math.min(255, Math.round(value(gray.data[i]!, i % gray.width, Math.floor(i / gray.width)))));
  }
  return { ...gray, data };
}

export const degradations = {
  rotation: (gray, strength) => {
    const angle = strength * 0.75;
    const [cx, cy] = [gray.width / 2, gray.height / 2];
    const [cos, sin] = [Math.cos(angle) * 1.35, Math.sin(angle) * 1.35];
    return warp(gray, (x, y) => [cx + cos * (x - cx) + sin * (y - cy), cy - sin * (x - cx) + cos * (y - cy)]);
  },
  perspective: (gray, strength) =>
    warp(gray, (x, y) => {
      const w = 1 + (strength * 0.9 * (gray.height - y)) / gray.height;
      return [gray.width / 2 + (x - gray.width / 2) * w, (y * w) / (1 + strength * 0.2)];
    }),
  bend: (gray, strength) =>
    warp(gray, (x, y) => [x, y + strength * 0.12 * gray.height * (Math.sin((Math.PI * x) / gray.width) - 0.5)]),
  blur: (gray, strength) => boxBlur(boxBlur(gray, Math.round(1 + 2 * strength)), Math.round(1 + 2 * strength)),
  motion: (gray, strength) => {
    const length = Math.round(3 + 6 * strength);
    return each(gray, (_, x, y) => {
      let sum = 0;
      for (let i = 0; i < length; i++) sum += gray.data[y * gray.width + Math.min(gray.width - 1, x + i)]!;
      return sum / length;
    });
  },
  noise: (gray, strength, random) => each(gray, (v) => v + random.normal() * (20 + 90 * strength)),
  glare: (gray, strength, random) => {
    const [cx, cy] = [random.between(0.3, 0.7) * gray.width, random.between(0.3, 0.7) * gray.height];
    const radius = gray.width * (0.12 + 0.16 * strength);
    return each(gray, (v, x, y) => v + 300 * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / radius ** 2));
  },
  unevenLight: (gray, strength) =>
    each(gray, (v, x, y) => v * (1 - (0.5 + 0.45 * strength) * ((x + y) / (gray.width + gray.height)))),
  occlusion: (gray, strength, random) => {
    const side = gray.width * (0.1 + 0.12 * strength);
    const [left, top] = [random.between(0.4, 0.6) * gray.width, random.between(0.4, 0.6) * gray.height];
    return each(gray, (v, x, y) => (x > left && x < left + side && y > top && y < top + side ? 140 : v));
  },
  lowContrast: (gray, strength) => each(gray, (v) => 120 + ((v - 128) * (30 - 26 * strength)) / 128),
  tinyModules: (gray, strength) => {
    const factor = 0.42 - 0.14 * strength;
    return resize(gray, gray.width * factor, gray.height * factor).gray;
  },
  texturedGround: (gray, strength, random) => {
    const grain = Array.from({ length: 64 * 64 }, () => random.normal());
    return each(
      gray,
      (v, x, y) => v * 0.7 + 40 + grain[((y >> 2) & 63) * 64 + ((x >> 2) & 63)]! * (10 + 30 * strength),
    );
  },
  inverted: (gray, strength) => each(gray, (v) => 255 - v * (1 - 0.5 * strength)),
  mirrored: (gray) => each(gray, (_, x, y) => gray.data[y * gray.width + gray.width - 1 - x]!),
  brokenFinder: (gray, strength) => {
    const end = gray.width * (0.2 + 0.06 * strength);
    return each(gray, (v, x, y) => (x < end && y < end && x + y > gray.width * 0.26 ? 235 : v));
  },
} satisfies Record<string, Degradation>;

export type DegradationName = keyof typeof degradations;
