/** Codecs of picture files that a platform brings: its host hands them over before any is used. */
import { unprepared } from './unprepared';

export interface RgbaPixels {
  /** width * height * 4 bytes, row by row: red, green, blue, alpha (not premultiplied). */
  data: Uint8Array;
  width: number;
  height: number;
}

/** Each throws whatever it likes for a file that it cannot read. */
export interface PictureCodecs {
  /** Any depth, palette or interlacing; 16-bit samples are cut to 8 bits. */
  decodePng(file: Uint8Array): RgbaPixels;
  /** @param data a byte a pixel for `gray`, four for the others; `rgb` leaves the alpha out */
  encodePng(data: Uint8Array, width: number, height: number, colour: 'gray' | 'rgb' | 'rgba'): Uint8Array;
  /** Baseline and progressive, CMYK included; EXIF orientation is left alone. */
  decodeJpeg(file: Uint8Array, limits: JpegLimits): RgbaPixels;
  /** @param quality 1 to 100 */
  encodeJpeg(pixels: RgbaPixels, quality: number): Uint8Array;
}

export interface JpegLimits {
  maxMegapixels: number;
  maxMegabytes: number;
  /** The components are red, green and blue, not luminance and colour differences. */
  isRgb: boolean;
}

/** Parts of the engine that are bundles of their own share it. */
const place = globalThis as { qrCodeMasterCodecs?: PictureCodecs };

export function prepareCodecs(codecs: PictureCodecs): void {
  place.qrCodeMasterCodecs = codecs;
}

/** @throws an Error when the host has given none */
export function codecs(): PictureCodecs {
  if (!place.qrCodeMasterCodecs) throw unprepared('The host gives its picture codecs first: prepareCodecs');
  return place.qrCodeMasterCodecs;
}
