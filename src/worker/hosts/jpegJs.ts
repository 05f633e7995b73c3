/** JPEG by jpeg-js: the only file that knows it. */
import { decode, encode } from 'jpeg-js';
import type { PictureCodecs } from '../qr/codecs';

export const decodeJpeg: PictureCodecs['decodeJpeg'] = (file, { maxMegapixels, maxMegabytes, isRgb }) =>
  decode(file, {
    useTArray: true,
    formatAsRGBA: true,
    tolerantDecoding: true,
    // By itself jpeg-js takes every three components for luminance and colour differences.
    ...(isRgb ? { colorTransform: false } : {}),
    // Half a pixel more: jpeg-js multiplies this by a million again, and the product may round to
    // below the size.
    maxResolutionInMP: maxMegapixels + 0.5e-6,
    maxMemoryUsageInMB: maxMegabytes,
  });

export const encodeJpeg: PictureCodecs['encodeJpeg'] = (pixels, quality) =>
  new Uint8Array(encode(pixels, quality).data);
