/** Picture files to luminance: which reader takes which type, and what to do when a file is damaged. */
import { fault } from '../../protocol/errors';
import { readJpeg } from '../jpeg';
import { type RgbaPixels, readPng } from '../png';
import { type Gray, type Ground, grayFromRgba } from './gray';
import type { PictureHeader, PictureType } from './pictureHeader';
import { readJpegLuma } from './pixels/jpegLuma';
import { readBmp } from './pixels/readBmp';
import { readGif } from './pixels/readGif';

type PixelReader = (bytes: Uint8Array) => RgbaPixels;

const readers: Partial<Record<PictureType, PixelReader>> = { png: readPng, jpeg: readJpeg, bmp: readBmp, gif: readGif };

/**
 * The luminance of a picture file; a see-through one once on white and, when that shows something else, once on black.
 * @param header what `readHeader` gave for the same bytes
 * @throws fault `picture-damaged`, `picture-unknown-type` (no reader for this type)
 */
export function readPixels(bytes: Uint8Array, header: PictureHeader): Gray[] {
  const luma = header.type === 'jpeg' ? readJpegLuma(bytes) : null;
  if (luma) return [luma];
  const reader = readers[header.type];
  if (!reader) throw fault('picture-unknown-type', { looksLike: header.type.toUpperCase() });
  const { data, width, height } = reader(bytes);
  const on = (ground: Ground) => grayFromRgba(data, width, height, ground);
  return header.alpha && seeThrough(data) ? [on(255), on(0)] : [on(255)];
}

function seeThrough(rgba: Uint8Array): boolean {
  for (let j = 3; j < rgba.length; j += 4) if (rgba[j]! < 255) return true;
  return false;
}
