/** The luminance of a PNG of any kind, several times as fast as a reader that makes RGBA of it; runs in every worker. */
import type { Gray } from '../../gray';
import { type PngRows, withPngRows } from '../../wasm/pngRows';
import { inflate, type PlatformInflate } from '../inflate';
import { bandsOf } from './bands';
import { type PngParts, pngParts } from './chunks';
import { createRows, type Paint } from './rows';
import { type RowShader, shaderOf } from './shade';

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

/** The pictures over white and, from the first row on that needs it, over black; and what paints rows into them. */
function createCanvas(parts: PngParts, ops: PngRows): { grays: Gray[]; paint: Paint } {
  const { width, height, depth, colour, interlaced, transparency } = parts;
  const white: Gray = { data: new Uint8Array(width * height).fill(UNKNOWN), width, height };
  const grays = [white];
  const onWhite = shaderOf(parts, 255);
  const onBlack = shaderOf(parts, 0);
  let isPlain = depth === 8 && (colour === 6 || (colour === 2 && !transparency.length)) && !interlaced;
  const paint: Paint = (band, first, count, at, room) => {
    isPlain &&= ops.shade(at, width, count, colour === 6 ? 4 : 3, room) !== 0;
    if (isPlain) {
      white.data.set(ops.bytes().subarray(room, room + count * width), first * width);
      return;
    }
    const on = (shade: RowShader, { data }: Gray): number => {
      const bytes = ops.bytes();
      let least = 255;
      for (let row = 0; row < count; row++) {
        const to = (band.y + (first + row) * band.dy) * width + band.x;
        least = Math.min(least, shade(bytes, at + row * (band.rowBytes + 1) + 1, band.columns, data, to, band.dx));
      }
      return least;
    };
    const least = on(onWhite, white);
    // Up to here everything was opaque, so the same on both grounds.
    if (least < 255 && !grays[1]) grays[1] = { data: white.data.slice(), width, height };
    if (grays[1]) on(onBlack, grays[1]);
  };
  return { grays, paint };
}
