/** One picture file in, everything that was read out: the door of the decoder. */
import { asFailure, failure } from '../../protocol/errors';
import { type DecodedPicture, type DecodedSymbol, withSecretParts } from '../../protocol/picture';
import { DEFAULT_MAX_PIXELS } from './defaults';
import { joinParts } from './joinParts';
import { climb } from './ladder';
import { orientationOf } from './orientation';
import { readHeader, typeOfName } from './pictureHeader';
import { icoPicture } from './pixels/icoPicture';
import type { PlatformInflate } from './pixels/inflate';
import { prepareZxing } from './prepareZxing';
import type { DecodeEngine, OnFound, PictureOptions } from './reading';
import { searchFile } from './searchFile';

export type { DecodeEngine, PictureOptions } from './reading';

/**
 * Loads the engine once per thread.
 * @param wasmBinary the bytes of zxing-wasm's `zxing_reader.wasm`
 * @param now a steady clock in milliseconds
 * @param inflate what the platform has for PNG data; without it JavaScript does it
 */
export async function prepareEngine(
  wasmBinary: Uint8Array,
  now: () => number,
  inflate?: PlatformInflate,
): Promise<DecodeEngine> {
  return { zxing: await prepareZxing(wasmBinary), now, inflate };
}

/**
 * Reads every symbol of a PNG, JPEG, BMP, GIF, WebP, TIFF or ICO file. Never throws: what goes
 * wrong is the answer's `error`.
 */
export function decodeImage(
  bytes: Uint8Array,
  options: PictureOptions,
  engine: DecodeEngine,
  onFound?: OnFound,
): DecodedPicture {
  const started = engine.now();
  const locale = options.locale ?? 'en';
  const picture: DecodedPicture = { width: 0, height: 0, symbols: [], ms: 0 };
  try {
    const file = icoPicture(bytes) ?? bytes;
    const header = readHeader(file, options.maxPixels ?? DEFAULT_MAX_PIXELS);
    Object.assign(picture, { width: header.width, height: header.height, type: header.type });
    const orientation = orientationOf(file, header.type);
    if (orientation) picture.orientation = orientation;
    const named = options.name && typeOfName(options.name);
    if (named && named !== header.type) {
      picture.notes = [
        failure('picture-type-mismatch', locale, { named: named.toUpperCase(), type: header.type.toUpperCase() }),
      ];
    }
    searchFile({ bytes: file, options, engine, onFound }, header, picture);
    const sets = joinParts(picture.symbols);
    if (sets.length) Object.assign(picture, { sets, symbols: withSecretParts(picture.symbols, sets) });
  } catch (error) {
    picture.error = asFailure(error, locale);
  }
  picture.ms = engine.now() - started;
  return picture;
}

/**
 * Reads a clean picture of symbols with one engine call, without retries: the proof that a symbol
 * of ours reads back.
 * @param gray width * height bytes of luminance, row by row
 */
export function readSymbolPixels(
  gray: Uint8Array,
  width: number,
  height: number,
  engine: DecodeEngine,
): DecodedSymbol[] {
  return climb({ data: gray, width, height }, engine.zxing, 'fast', 'qr', () => false).search.symbols;
}
