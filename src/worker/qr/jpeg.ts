/** JPEG files to pixels and back. */
import { fault } from '../protocol/errors';
import { codecs, type RgbaPixels } from './codecs';
import { frameHeader } from './decode/pixels/jpeg/frameHeader';
import { orDamaged } from './decode/pixels/orDamaged';
import { JPEG_JS_COST } from './jpegCost';

/** Megabytes that a decoder may take beside what a picture of the given size needs. */
const SPARE_MEGABYTES = 16;

/**
 * Reads a baseline or progressive JPEG, CMYK included; EXIF orientation is left alone.
 * @param size as the header says and the caller allows: a file that turns out larger (a second
 * frame) is refused before memory is taken
 * @throws fault `picture-damaged`
 */
export function readJpeg(bytes: Uint8Array, size: { width: number; height: number }): RgbaPixels {
  const maxMegapixels = (size.width * size.height) / 1e6;
  const pixels = orDamaged('jpeg', () =>
    codecs().decodeJpeg(bytes, {
      maxMegapixels,
      maxMegabytes: Math.ceil(maxMegapixels * JPEG_JS_COST) + SPARE_MEGABYTES,
      isRgb: frameHeader(bytes)?.isRgb === true,
    }),
  );
  if (pixels.width === size.width && pixels.height === size.height) return pixels;
  throw fault('picture-damaged', { type: 'JPEG' });
}

/**
 * Alpha is ignored.
 * @param data width * height * 4 bytes
 * @param quality 1 to 100
 */
export const writeJpeg = (data: Uint8Array, width: number, height: number, quality: number): Uint8Array =>
  codecs().encodeJpeg({ data, width, height }, quality);
