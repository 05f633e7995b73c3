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
 * @throws fault `picture-damaged`
 */
export function readPng(bytes: Uint8Array): RgbaPixels {
  try {
    const { data, width, height } = PNG.sync.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    return { data: new Uint8Array(data.buffer, data.byteOffset, data.byteLength), width, height };
  } catch {
    throw fault('picture-damaged', { type: 'PNG' });
  }
}

/**
 * The smallest lossless file of these pixels. One byte a pixel is taken as gray, four as RGBA; fully opaque RGBA is stored without alpha.
 * @param data width * height or width * height * 4 bytes
 */
export function writePng(data: Uint8Array, width: number, height: number): Uint8Array {
  const png = new PNG({ width, height });
  const isGray = data.length === width * height;
  let opaque = true;
  if (isGray) {
    for (let i = 0, j = 0; i < data.length; i++, j += 4) {
      png.data[j] = png.data[j + 1] = png.data[j + 2] = data[i]!;
      png.data[j + 3] = 255;
    }
  } else {
    png.data.set(data);
    for (let j = 3; j < data.length && opaque; j += 4) opaque = data[j] === 255;
  }
  const out = PNG.sync.write(png, { colorType: isGray ? 0 : opaque ? 2 : 6, deflateLevel: 9 });
  return new Uint8Array(out.buffer, out.byteOffset, out.byteLength);
}
