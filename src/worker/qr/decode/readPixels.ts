/** Picture files to luminance: which reader takes which type, and what to do when a file is damaged. */
import { readJpeg } from '../jpeg';
import { type RgbaPixels, readPng } from '../png';
import { type Gray, type Ground, grayFromRgba } from './gray';
import type { PictureHeader, PictureType } from './pictureHeader';
import type { PlatformInflate } from './pixels/inflate';
import { readJpegLuma } from './pixels/jpeg/readJpegLuma';
import { readPngLuma } from './pixels/png/readPngLuma';
import { readBmp } from './pixels/readBmp';
import { readGif } from './pixels/readGif';
import { readWebp } from './pixels/readWebp';

type PixelReader = (bytes: Uint8Array) => RgbaPixels;

const readers: Record<PictureType, PixelReader> = { png: readPng, jpeg: readJpeg, bmp: readBmp, gif: readGif, webp: readWebp };

export interface Pixels {
  /** The luminance on white and, when something see-through shows otherwise, on black. */
  grays: Gray[];
  /** False when the file is known to break off or to be wrong somewhere: the rest of the picture is gray. */
  whole: boolean;
}

/**
 * The luminance of a picture file. Our own readers of PNG and JPEG come first, for they make nothing but luminance.
 * @param header what `readHeader` gave for the same bytes
 * @throws fault `picture-damaged`; for WebP an Error when `prepareWebp` was not awaited
 */
export function readPixels(bytes: Uint8Array, header: PictureHeader, inflate?: PlatformInflate): Pixels {
  const luma = header.type === 'png' ? readPngLuma(bytes, inflate) : header.type === 'jpeg' ? readJpegLuma(bytes, header) : null;
  if (luma) return luma;
  const { data, width, height } = readRgba(bytes, header);
  const on = (ground: Ground) => grayFromRgba(data, width, height, ground);
  return { grays: header.alpha && seeThrough(data) ? [on(255), on(0)] : [on(255)], whole: true };
}

/** The same with colours and opacity. */
export const readRgba = (bytes: Uint8Array, header: PictureHeader): RgbaPixels => readers[header.type](bytes);

function seeThrough(rgba: Uint8Array): boolean {
  for (let j = 3; j < rgba.length; j += 4) if (rgba[j]! < 255) return true;
  return false;
}
