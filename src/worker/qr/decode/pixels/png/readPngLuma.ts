/** The luminance of a PNG of any kind, several times as fast as a reader that makes RGBA of it; runs in every worker. */
import type { Gray, Ground } from '../../gray';
import { inflate, type PlatformInflate } from '../inflate';
import { type PngParts, pngParts } from './chunks';
import { shaderOf } from './shade';
import { unfilter } from './unfilter';

/** A pass of interlacing: its first column and row, and the steps to the next. */
type Pass = readonly [x: number, y: number, dx: number, dy: number];

const PLAIN: readonly Pass[] = [[0, 0, 1, 1]];
/** ISO/IEC 15948 §8.2. */
const ADAM7: readonly Pass[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/** What pixels are that a file broke off before. */
const UNKNOWN = 128;

interface Band {
  pass: Pass;
  /** Where its rows begin in the inflated data. */
  start: number;
  columns: number;
  rows: number;
  rowBytes: number;
}

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
  const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[parts.colour];
  const { bands, size } = bandsOf(parts, channels * parts.depth);
  const rows = inflate(parts.deflated, size, platform);
  const step = Math.max(1, (channels * parts.depth) >> 3);
  const isPlain = parts.depth === 8 && (parts.colour === 6 || (parts.colour === 2 && !parts.transparency.length)) && !parts.interlaced;
  let plain = isPlain ? blank(parts) : undefined;
  let whole = true;
  for (const band of bands) {
    // A band after the one that broke off has nothing but missing rows.
    const [known, isShaded] = unfilter(rows, band, step, plain?.data);
    if (!isShaded) plain = undefined;
    whole &&= known === band.rows;
    band.rows = known;
  }
  if (bands.every((band) => band.rows === 0)) return null;
  if (plain) return { grays: [plain], whole };
  const [white, least] = shade(parts, bands, rows, 255);
  return { grays: least === 255 ? [white] : [white, shade(parts, bands, rows, 0)[0]], whole };
}

const blank = ({ width, height }: PngParts): Gray => ({ data: new Uint8Array(width * height).fill(UNKNOWN), width, height });

function bandsOf({ width, height, interlaced }: PngParts, pixelBits: number): { bands: Band[]; size: number } {
  const bands: Band[] = [];
  let size = 0;
  for (const pass of interlaced ? ADAM7 : PLAIN) {
    const [x, y, dx, dy] = pass;
    const columns = Math.ceil((width - x) / dx);
    const rows = Math.ceil((height - y) / dy);
    if (columns <= 0 || rows <= 0) continue;
    const rowBytes = Math.ceil((columns * pixelBits) / 8);
    bands.push({ pass, start: size, columns, rows, rowBytes });
    size += rows * (rowBytes + 1);
  }
  return { bands, size };
}

/** The picture over a ground, and the smallest opacity in it. */
function shade(parts: PngParts, bands: Band[], rows: Uint8Array, ground: Ground): [Gray, number] {
  const gray = blank(parts);
  const shadeRow = shaderOf(parts, ground);
  let least = 255;
  for (const { pass, start, columns, rows: count, rowBytes } of bands) {
    const [x, y, dx, dy] = pass;
    for (let row = 0; row < count; row++) {
      const at = start + row * (rowBytes + 1) + 1;
      least = Math.min(least, shadeRow(rows, at, columns, gray.data, (y + row * dy) * gray.width + x, dx));
    }
  }
  return [gray, least];
}
