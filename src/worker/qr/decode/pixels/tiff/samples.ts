/** Rows of samples of a TIFF page to luminance on white (TIFF 6.0 §4 to §6, §14, §16, §18). */
import { lumaOf, over } from '../../gray';
import { type Directory, TAG } from './directories';

const PHOTOMETRIC = { whiteIsZero: 0, blackIsZero: 1, rgb: 2, palette: 3, cmyk: 5, ycc: 6 };

export interface Samples {
  depth: number;
  /** Samples of a pixel in one block. */
  count: number;
  /** Which plane is looked at: where each colour has its own, green alone. */
  plane: number;
  /** Luminance of a pixel by its samples, each 0 to 255 (of a palette: the index). */
  luma(at: (sample: number) => number): number;
}

/**
 * @returns undefined for what is left to others: floating point, odd depths, other colour spaces
 */
export function samplesOf(page: Directory): Samples | undefined {
  const photometric = page.one(TAG.photometric, 0);
  const depth = page.one(TAG.bits, 1);
  const all = page.one(TAG.samples, 1);
  const isApart = page.one(TAG.planar, 1) === 2 && all > 1;
  const count = isApart ? 1 : all;
  if (![1, 2, 4, 8, 16].includes(depth) || page.one(TAG.format, 1) !== 1 || all > 16 || all < 1) return undefined;
  if (page.all(TAG.bits).some((bits) => bits !== depth)) return undefined;
  const plain = { depth, count, plane: 0 };
  if (photometric === PHOTOMETRIC.whiteIsZero) return { ...plain, luma: (at) => 255 - at(0) };
  if (photometric === PHOTOMETRIC.blackIsZero || photometric === PHOTOMETRIC.ycc) {
    const alpha = alphaOf(page, 1, count);
    return { ...plain, luma: (at) => alpha(at(0), at) };
  }
  if (photometric === PHOTOMETRIC.palette && depth <= 8) {
    const colours = page.all(TAG.palette);
    const size = 1 << depth;
    const lumas = Uint8Array.from({ length: size }, (_, i) =>
      lumaOf(...([0, 1, 2].map((c) => (colours[c * size + i] ?? 0) >> 8) as [number, number, number])),
    );
    return { ...plain, luma: (at) => lumas[at(0)]! };
  }
  if (photometric === PHOTOMETRIC.rgb && all >= 3) {
    if (isApart) return { ...plain, plane: 1, luma: (at) => at(0) };
    const alpha = alphaOf(page, 3, count);
    return { ...plain, luma: (at) => alpha(lumaOf(at(0), at(1), at(2)), at) };
  }
  if (photometric === PHOTOMETRIC.cmyk && count >= 4) {
    return {
      ...plain,
      luma: (at) => Math.round((lumaOf(255 - at(0), 255 - at(1), 255 - at(2)) * (255 - at(3))) / 255),
    };
  }
  return undefined;
}

/** Lays a luminance over white by the sample behind the colours: 1 is premultiplied, 2 is not. */
function alphaOf(
  page: Directory,
  sample: number,
  count: number,
): (luma: number, at: (sample: number) => number) => number {
  const kind = count > sample ? page.one(TAG.extra, 0) : 0;
  if (kind === 1) return (luma, at) => Math.min(255, luma + 255 - at(sample));
  return kind === 2 ? (luma, at) => over(luma, at(sample), 255) : (luma) => luma;
}

/** Undoes horizontal differencing (§14) in rows of `width` pixels, in place. */
export function undoPredictor(data: Uint8Array, rowBytes: number, { depth, count }: Samples, little: boolean): void {
  const step = (depth / 8) * count;
  for (let row = 0; row + rowBytes <= data.length; row += rowBytes) {
    if (depth === 8) for (let i = row + step; i < row + rowBytes; i++) data[i] = data[i]! + data[i - step]!;
    else
      for (let i = row + step; i + 1 < row + rowBytes; i += 2) {
        const [high, low] = little ? [1, 0] : [0, 1];
        const sum = data[i + low]! + data[i - step + low]!;
        data[i + high] = data[i + high]! + data[i - step + high]! + (sum >> 8);
        data[i + low] = sum;
      }
  }
}

/** The sample at an index of a row, scaled to 0 to 255 unless it is an index into a palette. */
export function sampleReader(
  data: Uint8Array,
  depth: number,
  little: boolean,
  isIndex: boolean,
): (row: number, index: number) => number {
  if (depth === 8) return (row, index) => data[row + index]!;
  if (depth === 16) return (row, index) => data[row + 2 * index + (little ? 1 : 0)]!;
  const max = (1 << depth) - 1;
  const scale = isIndex ? 1 : 255 / max;
  return (row, index) => {
    const bit = index * depth;
    return ((data[row + (bit >> 3)]! >> (8 - depth - (bit & 7))) & max) * scale;
  };
}
