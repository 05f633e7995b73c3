/** JPEG files to pixels and back: the only file that knows jpeg-js. */
import { decode, encode } from 'jpeg-js';
import { fault } from '../protocol/errors';
import { frameHeader } from './decode/pixels/jpeg/frameHeader';
import { JPEG_JS_COST } from './jpegCost';
import type { RgbaPixels } from './png';

/** Megabytes that jpeg-js may take beside what a picture of the given size needs. */
const SPARE_MEGABYTES = 16;

/**
 * Reads a baseline or progressive JPEG, CMYK included; EXIF orientation is left alone.
 * @param size as the header says and the caller allows: a file that turns out larger (a second
 * frame) is refused before memory is taken
 * @throws fault `picture-damaged`
 */
export function readJpeg(bytes: Uint8Array, size: { width: number; height: number }): RgbaPixels {
  const megapixels = (size.width * size.height) / 1e6;
  try {
    const { data, width, height } = decode(bytes, {
      useTArray: true,
      formatAsRGBA: true,
      tolerantDecoding: true,
      // By itself jpeg-js takes every three components for luminance and colour differences.
      ...(frameHeader(bytes)?.isRgb ? { colorTransform: false } : {}),
      // Half a pixel more: jpeg-js multiplies this by a million again, and the product may round to
      // below the size.
      maxResolutionInMP: megapixels + 0.5e-6,
      maxMemoryUsageInMB: Math.ceil(megapixels * JPEG_JS_COST) + SPARE_MEGABYTES,
    });
    if (width !== size.width || height !== size.height) throw fault('picture-damaged', { type: 'JPEG' });
    return { data, width, height };
  } catch {
    throw fault('picture-damaged', { type: 'JPEG' });
  }
}

/**
 * Alpha is ignored.
 * @param data width * height * 4 bytes
 * @param quality 1 to 100
 */
export function writeJpeg(data: Uint8Array, width: number, height: number, quality: number): Uint8Array {
  return new Uint8Array(encode({ data, width, height }, quality).data);
}
