/** JPEG files to pixels and back: the only file that knows jpeg-js. */
import { decode, encode } from 'jpeg-js';
import { fault } from '../protocol/errors';
import type { RgbaPixels } from './png';

/** jpeg-js refuses more than this; our own pixel limit is checked before and is the one that users see. */
const MAX_MEGAPIXELS = 1_000;
const MAX_MEGABYTES = 4_096;

/**
 * Reads a baseline or progressive JPEG, CMYK included; EXIF orientation is left alone.
 * Check the size in the header first: the whole picture is held in memory.
 * @throws fault `picture-damaged`
 */
export function readJpeg(bytes: Uint8Array): RgbaPixels {
  try {
    const { data, width, height } = decode(bytes, {
      useTArray: true,
      formatAsRGBA: true,
      tolerantDecoding: true,
      maxResolutionInMP: MAX_MEGAPIXELS,
      maxMemoryUsageInMB: MAX_MEGABYTES,
    });
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
