/**
 * A picture that gives its rows one after the other: so it never stands in memory with four bytes a
 * pixel.
 */
import type { RgbaPixels } from '../../codecs';
import { type Gray, type Ground, shadeRgba } from '../gray';

export interface RgbaRows {
  width: number;
  height: number;
  /** False when the file breaks off: the rest is white or see-through. */
  whole: boolean;
  /** Writes row `y`: `width` * 4 bytes, red, green, blue, alpha (not premultiplied). */
  readRow(y: number, out: Uint8Array): void;
}

/** @returns the luminance over a ground, and the smallest opacity in the picture */
export function grayOfRows({ width, height, readRow }: RgbaRows, ground: Ground): [Gray, number] {
  const data = new Uint8Array(width * height);
  const row = new Uint8Array(width * 4);
  let least = 255;
  for (let y = 0; y < height; y++) {
    readRow(y, row);
    least = Math.min(least, shadeRgba(row, width, ground, data, y * width));
  }
  return [{ data, width, height }, least];
}

export function rgbaOfRows({ width, height, readRow }: RgbaRows): RgbaPixels {
  const data = new Uint8Array(width * height * 4);
  for (let y = 0; y < height; y++) readRow(y, data.subarray(y * width * 4, (y + 1) * width * 4));
  return { data, width, height };
}

export const rowsOfRgba = ({ data, width, height }: RgbaPixels): RgbaRows => ({
  width,
  height,
  whole: true,
  readRow: (y, out) => out.set(data.subarray(y * width * 4, (y + 1) * width * 4)),
});

export const rowsOfGray = ({ data, width, height }: Gray): RgbaRows => ({
  width,
  height,
  whole: true,
  readRow(y, out) {
    for (let x = 0; x < width; x++) out.fill(data[y * width + x]!, 4 * x, 4 * x + 3);
    for (let x = 0; x < width; x++) out[4 * x + 3] = 255;
  },
});
