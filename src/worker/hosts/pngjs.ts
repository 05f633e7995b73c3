/** PNG by pngjs: the only file that knows it. */
import { PNG } from 'pngjs';
import type { PictureCodecs } from '../qr/codecs';

/** PNG colour types (PNG 3rd edition, table 9). */
const COLOUR_TYPES = { gray: 0, rgb: 2, rgba: 6 };
/**
 * Filter type "up" (PNG 9.2): rows of modules repeat. Trying all five for every row takes five
 * times as long and gives larger files.
 */
const UP = 2;

export const decodePng: PictureCodecs['decodePng'] = (file) => {
  const { data, width, height } = PNG.sync.read(asBuffer(file));
  return { data: asBytes(data), width, height };
};

export const encodePng: PictureCodecs['encodePng'] = (data, width, height, colour) => {
  const picture = { width, height, data: asBuffer(data), gamma: 0 } as PNG;
  const out = PNG.sync.write(picture, {
    colorType: COLOUR_TYPES[colour] as 0 | 2 | 6,
    inputColorType: colour === 'gray' ? 0 : 6,
    inputHasAlpha: colour !== 'gray',
    filterType: UP,
    deflateLevel: 9,
  });
  return asBytes(out);
};

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);
const asBytes = ({ buffer, byteOffset, byteLength }: Buffer): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
