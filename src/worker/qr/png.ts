/** PNG files to pixels and back: the only file that knows pngjs. */
import { PNG } from 'pngjs';
import { fault } from '../protocol/errors';

export interface RgbaPixels {
  /** width * height * 4 bytes, row by row: red, green, blue, alpha (not premultiplied). */
  data: Uint8Array;
  width: number;
  height: number;
}

/**
 * Reads a PNG of any depth, palette or interlacing; 16-bit samples are cut to 8 bits.
 * Check the size in the header first: the whole picture is held in memory.
 * @throws fault `picture-damaged`, also for a second header chunk, which might name another size
 */
export function readPng(bytes: Uint8Array): RgbaPixels {
  if (headerChunks(bytes) !== 1) throw fault('picture-damaged', { type: 'PNG' });
  try {
    const { data, width, height } = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height };
  } catch {
    throw fault('picture-damaged', { type: 'PNG' });
  }
}

function headerChunks(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) if (view.getUint32(at + 4) === IHDR) count++;
  return count;
}

const IHDR = 0x49484452;

/** PNG colour types (PNG 3rd edition, table 9). */
const GRAY = 0;
const RGB = 2;
const RGBA = 6;
/**
 * Filter type "up" (PNG 9.2): rows of modules repeat. Trying all five for every row takes five
 * times as long and gives larger files.
 */
const UP = 2;

/**
 * A lossless file of these pixels. One byte a pixel is taken as gray, four as RGBA; fully opaque
 * RGBA is stored without alpha.
 * @param data width * height or width * height * 4 bytes
 */
export function writePng(data: Uint8Array, width: number, height: number): Uint8Array {
  const isGray = data.length === width * height;
  const colorType = isGray ? GRAY : isOpaque(data) ? RGB : RGBA;
  const picture = { width, height, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength), gamma: 0 } as PNG;
  const out = PNG.sync.write(picture, {
    colorType,
    inputColorType: isGray ? GRAY : RGBA,
    inputHasAlpha: !isGray,
    filterType: UP,
    deflateLevel: 9,
  });
  return new Uint8Array(out.buffer, out.byteOffset, out.byteLength);
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let j = 3; j < rgba.length; j += 4) if (rgba[j]! < 255) return false;
  return true;
}
