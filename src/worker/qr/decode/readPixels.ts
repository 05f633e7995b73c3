/** Picture files to luminance: which reader takes which type, and what to do when a file is damaged. */
import { readJpeg } from '../jpeg';
import { type RgbaPixels, readPng } from '../png';
import { type Gray, type Ground, grayFromRgba } from './gray';
import type { PictureHeader, PictureType } from './pictureHeader';
import { readJpegLuma } from './pixels/jpegLuma';
import { readBmp } from './pixels/readBmp';
import { readGif } from './pixels/readGif';
import { readWebp } from './pixels/readWebp';

type PixelReader = (bytes: Uint8Array) => RgbaPixels;

const readers: Record<PictureType, PixelReader> = { png: readPng, jpeg: readJpeg, bmp: readBmp, gif: readGif, webp: readWebp };

/**
 * The luminance of a picture file; a see-through one once on white and, when that shows something else, once on black.
 * @param header what `readHeader` gave for the same bytes
 * @throws fault `picture-damaged`; for WebP an Error when `prepareWebp` was not awaited
 */
export function readPixels(bytes: Uint8Array, header: PictureHeader): Gray[] {
  const luma = header.type === 'jpeg' ? readJpegLuma(bytes) : null;
  if (luma) return [luma];
  const { data, width, height } = readRgba(bytes, header);
  const on = (ground: Ground) => grayFromRgba(data, width, height, ground);
  return header.alpha && seeThrough(data) ? [on(255), on(0)] : [on(255)];
}

/** The same with colours and opacity. */
export const readRgba = (bytes: Uint8Array, header: PictureHeader): RgbaPixels => readers[header.type](bytes);

function seeThrough(rgba: Uint8Array): boolean {
  for (let j = 3; j < rgba.length; j += 4) if (rgba[j]! < 255) return true;
  return false;
}
