/**
 * Picture files to luminance: which reader takes which type, and what to do when a file is damaged.
 */
import { fault } from '../../protocol/errors';
import type { RgbaPixels } from '../codecs';
import { readJpeg } from '../jpeg';
import { JPEG_JS_COST } from '../jpegCost';
import { readPng } from '../png';
import type { Gray } from './gray';
import type { PictureHeader, PictureType } from './pictureHeader';
import type { PlatformInflate } from './pixels/inflate';
import { readJpegLuma } from './pixels/jpeg/readJpegLuma';
import { orDamaged } from './pixels/orDamaged';
import { readPngLuma } from './pixels/png/readPngLuma';
import { readBmp } from './pixels/readBmp';
import { readGif } from './pixels/readGif';
import { readWebp } from './pixels/readWebp';
import { grayOfRows, type RgbaRows, rgbaOfRows, rowsOfGray, rowsOfRgba } from './pixels/rgbaRows';
import { readTiffPage, tiffPages } from './pixels/tiff/readTiff';

/** What a picture may take of a thread's memory while it is read, bytes. */
const MEMORY = 336_000_000;

interface RowReader {
  read(bytes: Uint8Array, header: PictureHeader): RgbaRows;
  /** Bytes that it takes for each pixel, at most (measured). */
  cost: number;
}

const readers: Record<PictureType, RowReader> = {
  png: { read: (bytes) => rowsOfRgba(readPng(bytes)), cost: 14 },
  jpeg: { read: (bytes, header) => rowsOfRgba(readJpeg(bytes, header)), cost: JPEG_JS_COST },
  bmp: { read: readBmp, cost: 2 },
  gif: { read: readGif, cost: 2 },
  tiff: { read: (bytes) => rowsOfGray(readTiffPage(bytes, tiffPages(bytes)[0]!).grays[0]), cost: 2 },
  webp: { read: (bytes, header) => rowsOfRgba(readWebp(bytes, header)), cost: 14 },
};

export interface Pixels {
  /** The luminance on white and, when something see-through shows otherwise, on black. */
  grays: Gray[];
  /**
   * False when the file is known to break off or to be wrong somewhere: the rest of the picture is
   * gray.
   */
  whole: boolean;
}

/**
 * The luminance of a picture file. Our own readers of PNG and JPEG come first, for they make
 * nothing but luminance.
 * @param header what `readHeader` gave for the same bytes
 * @throws fault `picture-damaged`, `picture-kind-too-large`; for WebP an Error when
 * `prepareWebp` was not awaited
 */
export const readPixels = (bytes: Uint8Array, header: PictureHeader, inflate?: PlatformInflate): Pixels =>
  orDamaged(header.type, () => pixelsOf(bytes, header, inflate));

function pixelsOf(bytes: Uint8Array, header: PictureHeader, inflate?: PlatformInflate): Pixels {
  if (header.type === 'tiff') return readTiffPage(bytes, tiffPages(bytes)[0]!, inflate);
  const luma =
    header.type === 'png' ? readPngLuma(bytes, inflate) : header.type === 'jpeg' ? readJpegLuma(bytes, header) : null;
  if (luma) return luma;
  const rows = rowsOf(bytes, header);
  const [white, least] = grayOfRows(rows, 255);
  return { grays: least === 255 ? [white] : [white, grayOfRows(rows, 0)[0]], whole: rows.whole };
}

/** The same with colours and opacity. */
export const readRgba = (bytes: Uint8Array, header: PictureHeader): RgbaPixels =>
  orDamaged(header.type, () => rgbaOfRows(rowsOf(bytes, header)));

function rowsOf(bytes: Uint8Array, header: PictureHeader): RgbaRows {
  const { type, width, height } = header;
  const { read, cost } = readers[type];
  const maxPixels = Math.floor(MEMORY / cost);
  if (width * height > maxPixels)
    throw fault('picture-kind-too-large', { type: type.toUpperCase(), width, height, maxPixels });
  return read(bytes, header);
}
