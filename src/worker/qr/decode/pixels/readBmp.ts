/**
 * Uncompressed Windows bitmaps (1, 4, 8, 16, 24 and 32 bits a pixel) and the two run-length kinds
 * to rows of RGBA.
 */
import { fault } from '../../../protocol/errors';
import type { RgbaRows } from './rgbaRows';

/** The header's compression field. */
const NONE = 0;
const RLE8 = 1;
const RLE4 = 2;
const BITFIELDS = 3;
const ALPHA_BITFIELDS = 6;

/** Bits a pixel that a compression allows; none for one that is not known. */
const depthsOf = (compression: number): readonly number[] =>
  ({ [NONE]: [1, 4, 8, 16, 24, 32], [RLE8]: [8], [RLE4]: [4], [BITFIELDS]: [16, 32], [ALPHA_BITFIELDS]: [16, 32] })[
    compression
  ] ?? [];

const damaged = () => fault('picture-damaged', { type: 'BMP' });

/** A channel of a 16 or 32 bit pixel: the mask's value scaled to 0 to 255. */
function channel(mask: number): (pixel: number) => number {
  if (!mask) return () => 0;
  const shift = 31 - Math.clz32(mask & -mask);
  const max = mask >>> shift;
  return (pixel) => Math.round((((pixel & mask) >>> shift) * 255) / max);
}

/**
 * Reads a BMP; the unused fourth byte of 32-bit pixels is not taken for alpha.
 * @throws fault `picture-damaged` or RangeError, its rows too
 */
export function readBmp(bytes: Uint8Array): RgbaRows {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const offset = view.getUint32(10, true);
  const headerSize = view.getUint32(14, true);
  const old = headerSize === 12;
  const width = old ? view.getUint16(18, true) : view.getInt32(18, true);
  const rows = old ? view.getInt16(20, true) : view.getInt32(22, true);
  const height = Math.abs(rows);
  const depth = view.getUint16(old ? 24 : 28, true);
  const compression = old ? NONE : view.getUint32(30, true);
  if (!depthsOf(compression).includes(depth)) throw damaged();
  const palette = readPalette(bytes, view, headerSize, depth, old);
  /** Where a row stands in the file. */
  const lineOf = (y: number) => (rows < 0 ? y : height - 1 - y);
  const paint = (out: Uint8Array, index: number, at: number) => {
    out[at] = palette[index * 3]!;
    out[at + 1] = palette[index * 3 + 1]!;
    out[at + 2] = palette[index * 3 + 2]!;
  };

  if (compression === RLE8 || compression === RLE4) {
    const indexes = unpackRuns(bytes.subarray(offset), width, height, compression === RLE4);
    const readRow: RgbaRows['readRow'] = (y, out) => {
      out.fill(255);
      for (let x = 0, at = lineOf(y) * width; x < width; x++) paint(out, indexes[at + x]!, 4 * x);
    };
    return { width, height, whole: true, readRow };
  }
  const fields = compression === BITFIELDS || compression === ALPHA_BITFIELDS;
  const masks = fields
    ? [54, 58, 62].map((at) => view.getUint32(at, true))
    : depth === 16
      ? [0x7c00, 0x3e0, 0x1f]
      : [0xff0000, 0xff00, 0xff];
  const [red, green, blue] = masks.map(channel) as [
    ReturnType<typeof channel>,
    ReturnType<typeof channel>,
    ReturnType<typeof channel>,
  ];
  const stride = Math.ceil((width * depth) / 32) * 4;
  /** Whole rows that the file has. */
  const lines = Math.min(
    height,
    Math.floor((bytes.length - offset + stride - Math.ceil((width * depth) / 8)) / stride),
  );
  if (lines < 1) throw damaged();

  const readRow: RgbaRows['readRow'] = (y, pixels) => {
    pixels.fill(255);
    if (lineOf(y) >= lines) return;
    const row = offset + lineOf(y) * stride;
    for (let x = 0, out = 0; x < width; x++, out += 4) {
      if (depth <= 8) {
        const bit = x * depth;
        paint(pixels, (bytes[row + (bit >> 3)]! >> (8 - depth - (bit & 7))) & ((1 << depth) - 1), out);
      } else if (depth === 24) {
        pixels[out] = bytes[row + 3 * x + 2]!;
        pixels[out + 1] = bytes[row + 3 * x + 1]!;
        pixels[out + 2] = bytes[row + 3 * x]!;
      } else {
        const pixel = depth === 16 ? view.getUint16(row + 2 * x, true) : view.getUint32(row + 4 * x, true);
        pixels[out] = red(pixel);
        pixels[out + 1] = green(pixel);
        pixels[out + 2] = blue(pixel);
      }
    }
  };
  return { width, height, whole: lines === height, readRow };
}

function readPalette(bytes: Uint8Array, view: DataView, headerSize: number, depth: number, old: boolean): Uint8Array {
  if (depth > 8) return new Uint8Array();
  const step = old ? 3 : 4;
  const used = old ? 0 : view.getUint32(46, true);
  const count = Math.min(used || 1 << depth, 256);
  const palette = new Uint8Array(256 * 3);
  for (let i = 0; i < count; i++) {
    const at = 14 + headerSize + i * step;
    palette.set([bytes[at + 2]!, bytes[at + 1]!, bytes[at]!], i * 3);
  }
  return palette;
}

/** Run-length codes to one palette index a pixel, rows in file order. */
function unpackRuns(runs: Uint8Array, width: number, height: number, nibbles: boolean): Uint8Array {
  const out = new Uint8Array(width * height);
  let x = 0;
  let y = 0;
  const put = (value: number) => {
    if (x < width && y < height) out[y * width + x] = value;
    x++;
  };
  for (let at = 0; at + 1 < runs.length; ) {
    const count = runs[at++]!;
    const value = runs[at++]!;
    if (count) for (let i = 0; i < count; i++) put(nibbles ? (i & 1 ? value & 15 : value >> 4) : value);
    else if (value === 0) [x, y] = [0, y + 1];
    else if (value === 1) break;
    else if (value === 2) [x, y] = [x + runs[at++]!, y + runs[at++]!];
    else {
      for (let i = 0; i < value; i++)
        put(nibbles ? (i & 1 ? runs[at + (i >> 1)]! & 15 : runs[at + (i >> 1)]! >> 4) : runs[at + i]!);
      const length = nibbles ? (value + 1) >> 1 : value;
      at += length + (length & 1);
    }
  }
  return out;
}
