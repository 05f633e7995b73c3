/** What a picture file is and how big, from its first bytes and without decoding it. */
import { fault } from '../../protocol/errors';
import { looksLike, otherPicture } from './otherKinds';
import { frameHeader } from './pixels/jpeg/frameHeader';
import { directoriesOf, TAG } from './pixels/tiff/directories';

export type PictureType = 'png' | 'jpeg' | 'bmp' | 'gif' | 'webp' | 'tiff';

export interface PictureHeader {
  type: PictureType;
  /** Pixels as stored. */
  width: number;
  height: number;
  /** The file can hold see-through pixels. */
  alpha: boolean;
}

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));

/** The type by the magic bytes, or undefined. */
export function sniffType(bytes: Uint8Array): PictureType | undefined {
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'jpeg';
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'gif';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP') return 'webp';
  if (/^(II\*\0|MM\0\*)$/.test(ascii(bytes, 0, 4))) return 'tiff';
  if (ascii(bytes, 0, 2) === 'BM' && bytes.length >= 26 && [12, 40, 52, 56, 64, 108, 124].includes(bytes[14]!))
    return 'bmp';
  return undefined;
}

type SizeReader = (bytes: Uint8Array, view: DataView) => Omit<PictureHeader, 'type'>;

const headers: Record<PictureType, SizeReader> = {
  png(bytes, view) {
    const colour = bytes[25];
    return {
      width: view.getUint32(16),
      height: view.getUint32(20),
      alpha: colour === 4 || colour === 6 || pngHasTransparency(bytes, view),
    };
  },
  jpeg(bytes) {
    const { width = 0, height = 0 } = frameHeader(bytes) ?? {};
    return { width, height, alpha: false };
  },
  gif(bytes, view) {
    return { width: view.getUint16(6, true), height: view.getUint16(8, true), alpha: bytes[4] === 0x39 };
  },
  bmp(bytes, view) {
    if (bytes[14] === 12) return { width: view.getUint16(18, true), height: view.getUint16(20, true), alpha: false };
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)), alpha: false };
  },
  tiff(bytes) {
    const page = directoriesOf(bytes)[0];
    return { width: page?.one(TAG.width, 0) ?? 0, height: page?.one(TAG.height, 0) ?? 0, alpha: false };
  },
  webp(bytes, view) {
    const kind = ascii(bytes, 12, 4);
    if (kind === 'VP8X') {
      const uint24 = (at: number) => bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16);
      return { width: 1 + uint24(24), height: 1 + uint24(27), alpha: (bytes[20]! & 0x10) !== 0 };
    }
    if (kind === 'VP8L') {
      const bits = view.getUint32(21, true);
      return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff), alpha: ((bits >>> 28) & 1) === 1 };
    }
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff, alpha: false };
  },
};

function pngHasTransparency(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const name = ascii(bytes, at + 4, 4);
    if (name === 'tRNS') return true;
    if (name === 'IDAT') return false;
  }
  return false;
}

/**
 * Type and stored size of a picture file.
 * @throws fault `picture-empty`, `picture-unknown-type`, `picture-kind-unread`, `picture-damaged`
 * (header cut off or a side of 0), `picture-too-large`
 */
export function readHeader(bytes: Uint8Array, maxPixels: number): PictureHeader {
  if (bytes.length === 0) throw fault('picture-empty');
  const type = sniffType(bytes);
  if (!type) {
    const other = otherPicture(bytes);
    throw other
      ? fault('picture-kind-unread', { type: other })
      : fault('picture-unknown-type', { looksLike: looksLike(bytes) });
  }
  const header = sized(type, bytes);
  if (header.width * header.height > maxPixels)
    throw fault('picture-too-large', { width: header.width, height: header.height, maxPixels });
  return header;
}

function sized(type: PictureType, bytes: Uint8Array): PictureHeader {
  try {
    const header = headers[type](bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (header.width > 0 && header.height > 0) return { type, ...header };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw fault('picture-damaged', { type: type.toUpperCase() });
}

const extensions: Record<string, PictureType> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jpe: 'jpeg',
  jfif: 'jpeg',
  bmp: 'bmp',
  dib: 'bmp',
  gif: 'gif',
  webp: 'webp',
  tif: 'tiff',
  tiff: 'tiff',
};

/** The type that a file name promises, or undefined. */
export function typeOfName(name: string): PictureType | undefined {
  return extensions[/\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''];
}
