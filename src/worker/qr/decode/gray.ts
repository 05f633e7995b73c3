/** The one kind of picture that the ladder works on: 8-bit luminance. */

export interface Gray {
  /** width * height bytes, row by row; 0 is black. */
  data: Uint8Array;
  width: number;
  height: number;
}

/** Where a transparent picture is looked through to. */
export type Ground = 0 | 255;

/** Luminance (ITU-R BT.601 weights) of 8-bit samples. */
export const lumaOf = (red: number, green: number, blue: number): number =>
  (red * 77 + green * 150 + blue * 29 + 128) >> 8;

/** A luminance of some opacity (0 to 255) laid over a ground. */
export const over = (luma: number, alpha: number, ground: Ground): number =>
  ((luma * alpha + ground * (255 - alpha) + 127) / 255) | 0;

/**
 * Luminance of RGBA pixels laid over a ground, into `out` from `to` on.
 * @param rgba `count` * 4 bytes, alpha not premultiplied
 * @returns the smallest opacity
 */
export function shadeRgba(
  rgba: Uint8Array | Uint8ClampedArray,
  count: number,
  ground: Ground,
  out: Uint8Array,
  to: number,
): number {
  let least = 255;
  for (let i = to, j = 0, end = to + count; i < end; i++, j += 4) {
    const luma = lumaOf(rgba[j]!, rgba[j + 1]!, rgba[j + 2]!);
    const alpha = rgba[j + 3]!;
    out[i] = alpha === 255 ? luma : over(luma, alpha, ground);
    if (alpha < least) least = alpha;
  }
  return least;
}

/**
 * Luminance of RGBA pixels laid over a black or white ground.
 * @param rgba width * height * 4 bytes, alpha not premultiplied
 */
export function grayFromRgba(
  rgba: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  ground: Ground = 255,
): Gray {
  const data = new Uint8Array(width * height);
  shadeRgba(rgba, data.length, ground, data, 0);
  return { data, width, height };
}
