/** A symbol, or several, on a card on some ground, as a camera sees them: without the light yet. */
import QRCode from 'qrcode';
import type { Corners } from '../../src/worker/protocol/picture';
import type { Random } from '../../test/worker/qr/decode/provingGround/random';
import type { Plane } from './light';
import { type Pose, type Surface, surfaceOf } from './surface';

export interface Look {
  /** Modules of light card around the symbol. */
  quiet: number;
  dark: number;
  light: number;
  isMirrored: boolean;
  /** Modules as dots. */
  isDotted: boolean;
  /** Share of the symbol's side that a patch of dirt covers, and how many there are. */
  dirt: number;
  patches: number;
}

export interface Placed {
  text: string;
  version: number | undefined;
  level: 'L' | 'M' | 'Q' | 'H';
  pose: Omit<Pose, 'side'>;
  /** Pixels a module, before tilt. */
  module: number;
  look: Look;
}

export type Ground = 'plain' | 'cloth' | 'print';

/** Points of a pixel that are looked at, a side. */
const FINE = 3;

/** @returns how bright each pixel is */
export function paint(
  width: number,
  height: number,
  ground: Ground,
  symbols: readonly Placed[],
  random: Random,
): Plane {
  const plane = { data: new Float32Array(width * height), width, height };
  layGround(plane, ground, random);
  for (const placed of symbols) lay(plane, placed, random);
  return plane;
}

export const modulesOf = ({ text, version, level }: Pick<Placed, 'text' | 'version' | 'level'>): number =>
  QRCode.create(text, { version, errorCorrectionLevel: level }).modules.size;

/** Where its corners come to lie in the picture, but for bends. */
export const cornersOf = (placed: Placed): Corners =>
  surfaceOf({ ...placed.pose, side: placed.module * modulesOf(placed) }, [0, 0, 0, 0]).corners as Corners;

function lay({ data, width, height }: Plane, placed: Placed, random: Random): void {
  const { text, version, level, look } = placed;
  const { data: modules, size } = QRCode.create(text, { version, errorCorrectionLevel: level }).modules;
  const pose: Pose = { ...placed.pose, side: placed.module * size };
  const surface = surfaceOf(
    pose,
    [1, 2, 3, 4].map(() => random.between(0, 2 * Math.PI)),
  );
  const dirt = Array.from({ length: look.patches }, () => ({
    u: random.between(0.1, 0.9),
    v: random.between(0.1, 0.9),
    // Not on two finders at once: small, and anywhere.
    r: (look.dirt * random.between(0.7, 1.3)) / 2,
    shade: random.between(0, 1) < 0.5 ? look.dark : look.light,
  }));
  const box = boxOf(surface, width, height, (look.quiet + 2) / size);
  const shadeAt = (u: number, v: number): number | undefined => {
    const edge = look.quiet / size;
    if (u < -edge || v < -edge || u > 1 + edge || v > 1 + edge) return undefined;
    for (const patch of dirt) if (Math.hypot(u - patch.u, v - patch.v) < patch.r) return patch.shade;
    const column = Math.floor((look.isMirrored ? 1 - u : u) * size);
    const row = Math.floor(v * size);
    if (column < 0 || row < 0 || column >= size || row >= size || !modules[row * size + column]) return look.light;
    if (!look.isDotted) return look.dark;
    const [fu, fv] = [(look.isMirrored ? 1 - u : u) * size - column - 0.5, v * size - row - 0.5];
    return Math.hypot(fu, fv) < 0.45 ? look.dark : look.light;
  };
  for (let y = box.top; y < box.low; y++) {
    for (let x = box.left; x < box.right; x++) {
      let sum = 0;
      for (let k = 0; k < FINE * FINE; k++) {
        const [u, v] = surface.toSymbol([x + ((k % FINE) + 0.5) / FINE, y + (Math.floor(k / FINE) + 0.5) / FINE]);
        sum += shadeAt(u, v) ?? data[y * width + x]!;
      }
      data[y * width + x] = sum / FINE ** 2;
    }
  }
}

function boxOf({ corners }: Surface, width: number, height: number, grow: number) {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [w, h] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
  // Bends and the near side of a tilt reach beyond the corners.
  const margin = (0.35 + 1.6 * grow) * Math.max(w, h);
  return {
    left: Math.max(0, Math.floor(Math.min(...xs) - margin)),
    right: Math.min(width, Math.ceil(Math.max(...xs) + margin)),
    top: Math.max(0, Math.floor(Math.min(...ys) - margin)),
    low: Math.min(height, Math.ceil(Math.max(...ys) + margin)),
  };
}

function layGround({ data, width, height }: Plane, ground: Ground, random: Random): void {
  const level = random.between(80, 200);
  data.fill(level);
  if (ground === 'cloth') {
    const cells = Array.from({ length: 4096 }, () => random.normal());
    const noise = (x: number, y: number) => cells[((y & 63) << 6) | (x & 63)]!;
    for (let i = 0; i < data.length; i++) {
      const [x, y] = [i % width, Math.floor(i / width)];
      data[i]! +=
        18 * noise(x >> 2, y >> 2) +
        14 * noise(x >> 4, y >> 4) +
        6 * noise(x, y) +
        (((x >> 3) + (y >> 3)) & 1 ? 20 : 0);
    }
  }
  if (ground === 'print') {
    // Lines of letters, roughly: boxes with holes.
    data.fill(Math.max(170, level));
    const line = Math.round(random.between(9, 16));
    for (let y = 0; y < height; y++) {
      if (y % (2 * line) >= line) continue;
      const row = Math.floor(y / (2 * line));
      for (let x = 0; x < width; x++) {
        const letter = Math.floor(x / (0.7 * line));
        const key = Math.imul(letter * 7349 + row * 9151, 2654435761) >>> 0;
        if (key % 6 === 0) continue;
        const [fx, fy] = [
          Math.floor((3 * (x - 0.7 * line * letter)) / (0.7 * line)),
          Math.floor((4 * (y % line)) / line),
        ];
        if ((key >>> (8 + fx + 3 * fy)) & 1) data[y * width + x] = 40;
      }
    }
  }
}
