/**
 * The luminance of a PNG of any kind, several times as fast as a reader that makes RGBA of it; runs
 * in every worker.
 */
import type { Gray } from '../../gray';
import { type PngRows, withPngRows } from '../../wasm/pngRows';
import { inflate, type PlatformInflate } from '../inflate';
import { type Band, bandsOf } from './bands';
import { type PngParts, pngParts } from './chunks';
import { createRows, type Paint } from './rows';
import { shaderOf } from './shade';

/** What pixels are that a file broke off before. */
const UNKNOWN = 128;
/** A longer row would not fit into the memory of a thread; no picture has one. */
const MAX_ROW_BYTES = 32 * 1024 * 1024;

export interface PngLuma {
  /** On white, and when something is see-through, on black. */
  grays: Gray[];
  /** False when the file breaks off or has a row that cannot be: the rest is gray. */
  whole: boolean;
}

/**
 * Checksums are not looked at: a symbol proves itself.
 * @returns null when the file has no row that could be read
 */
export function readPngLuma(bytes: Uint8Array, platform?: PlatformInflate): PngLuma | null {
  const parts = pngParts(bytes);
  if (!parts) return null;
  const bands = bandsOf(parts);
  if (bands.some(({ rowBytes }) => rowBytes > MAX_ROW_BYTES)) return null;
  const size = bands.reduce((sum, { rows, rowBytes }) => sum + rows * (rowBytes + 1), 0);
  return withPngRows((ops) => {
    const { grays, paint } = createCanvas(parts, ops);
    const rows = createRows(ops, bands, Math.max(1, parts.pixelBits >> 3), paint);
    inflate(parts.deflated, size, rows.push, platform);
    const { count, whole } = rows.end();
    return count ? { grays, whole } : null;
  });
}

/**
 * The pictures over white and, from the first row on that needs it, over black; and what paints
 * rows into them.
 */
function createCanvas(parts: PngParts, ops: PngRows): { grays: Gray[]; paint: Paint } {
  const { width, height } = parts;
  const grays: Gray[] = [{ data: new Uint8Array(width * height).fill(UNKNOWN), width, height }];
  const shade = shaderOf(parts, ops);
  const paint: Paint = (band, first, count, at, room) => {
    const pixels = count * band.columns;
    const second = room + pixels;
    const isOpaque = shade(band, at, count, room, second) === 255;
    if (!isOpaque) ops.lay(room, second, pixels);
    // Up to here everything was opaque, so the same on both grounds.
    if (!isOpaque && !grays[1]) grays[1] = { data: grays[0]!.data.slice(), width, height };
    const bytes = ops.bytes();
    grays.forEach((gray, i) => {
      const from = isOpaque || i === 0 ? room : second;
      place(bytes.subarray(from, from + pixels), band, first, gray);
    });
  };
  return { grays, paint };
}

/** Puts rows of a band where they stand in the picture. */
function place(pixels: Uint8Array, { x, y, dx, dy, columns }: Band, first: number, { data, width }: Gray): void {
  if (dx === 1 && dy === 1) {
    data.set(pixels, first * width);
    return;
  }
  for (let i = 0; i < pixels.length; i++)
    data[(y + (first + Math.floor(i / columns)) * dy) * width + x + (i % columns) * dx] = pixels[i]!;
}
