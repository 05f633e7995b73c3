/** One picture file in, everything that was read out: the door of the decoder. */
import { asFailure, failure, fault } from '../../protocol/errors';
import type { Locale } from '../../protocol/finding';
import type { Corners, DecodedPicture, DecodedSymbol, DecodeOptions } from '../../protocol/picture';
import { DEFAULT_MAX_PIXELS, DEFAULT_TIMEOUT_MS } from './defaults';
import { joinParts } from './joinParts';
import { climb } from './ladder';
import { type PictureHeader, readHeader, typeOfName } from './pictureHeader';
import type { PlatformInflate } from './pixels/inflate';
import { hasWebAssembly, prepareZxing } from './prepareZxing';
import { readPixels } from './readPixels';
import { halvedTo } from './scale';
import type { Zxing } from './zxing';

export interface DecodeEngine {
  zxing: Zxing;
  /** Milliseconds of a steady clock. */
  now(): number;
  inflate?: PlatformInflate;
}

export interface PictureOptions extends DecodeOptions {
  /** File name: its extension is compared with the content. */
  name?: string;
  /** Language of notes and errors; default English. */
  locale?: Locale;
}

/** Told of each symbol as soon as it is read, with what is known of the picture: the search may be ended before it answers. */
export type OnFound = (symbol: DecodedSymbol, picture: DecodedPicture) => void;

interface Reading {
  bytes: Uint8Array;
  options: PictureOptions;
  engine: DecodeEngine;
  onFound?: OnFound;
}

/** Pixels of the largest picture that is searched as it is; a larger one is halved, for the search wants several times its memory. */
const MAX_SEARCHED = 36_000_000;
/** Share of the deadline after which no further attempt begins: the rest is for the one that runs. */
const LATE_SHARE = 0.7;

/**
 * Loads the engine once per thread.
 * @param wasmBinary the bytes of zxing-wasm's `zxing_reader.wasm`
 * @param now a steady clock in milliseconds
 * @param inflate what the platform has for PNG data; without it JavaScript does it
 */
export async function prepareEngine(wasmBinary: Uint8Array, now: () => number, inflate?: PlatformInflate): Promise<DecodeEngine> {
  return { zxing: await prepareZxing(wasmBinary), now, inflate };
}

/** Reads every symbol of a PNG, JPEG, BMP, GIF or WebP file. Never throws: what goes wrong is the answer's `error`. */
export function decodeImage(bytes: Uint8Array, options: PictureOptions, engine: DecodeEngine, onFound?: OnFound): DecodedPicture {
  const started = engine.now();
  const locale = options.locale ?? 'en';
  const picture: DecodedPicture = { width: 0, height: 0, symbols: [], ms: 0 };
  try {
    const header = readHeader(bytes, options.maxPixels ?? DEFAULT_MAX_PIXELS);
    Object.assign(picture, { width: header.width, height: header.height, type: header.type });
    const named = options.name && typeOfName(options.name);
    if (named && named !== header.type) {
      picture.notes = [failure('picture-type-mismatch', locale, { named: named.toUpperCase(), type: header.type.toUpperCase() })];
    }
    readSymbols({ bytes, options, engine, onFound }, header, picture);
    const sets = joinParts(picture.symbols);
    if (sets.length) picture.sets = sets;
  } catch (error) {
    picture.error = asFailure(error, locale);
  }
  picture.ms = engine.now() - started;
  return picture;
}

function readSymbols({ bytes, options, engine, onFound }: Reading, header: PictureHeader, picture: DecodedPicture): void {
  const late = engine.now() + LATE_SHARE * (options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  // All that follows the first look is WebAssembly too.
  const effort = hasWebAssembly() ? (options.effort ?? 'normal') : 'fast';
  const { formats = 'qr' } = options;
  const { grays, whole } = readPixels(bytes, header, engine.inflate);
  for (const stored of grays) {
    const { gray, times } = halvedTo(stored, MAX_SEARCHED);
    const isLate = () => engine.now() > late;
    const add = (symbol: DecodedSymbol) => {
      const inPicture = times === 1 ? symbol : enlarged(symbol, times);
      picture.symbols.push(inPicture);
      onFound?.(inPicture, picture);
    };
    const { cutOff } = climb(gray, engine.zxing, effort, formats, isLate, times > 1 ? { gray: stored, times } : undefined, add);
    if (cutOff) picture.cutOff = true;
    if (picture.symbols.length || picture.cutOff) break;
  }
  if (whole) return;
  const type = header.type.toUpperCase();
  if (!picture.symbols.length) throw fault('picture-damaged', { type });
  picture.notes = [...(picture.notes ?? []), failure('picture-partly-read', options.locale ?? 'en', { type })];
}

const enlarged = (symbol: DecodedSymbol, times: number): DecodedSymbol => ({
  ...symbol,
  corners: symbol.corners.map(([x, y]) => [x * times, y * times]) as Corners,
});

/**
 * Reads a clean picture of symbols with one engine call, without retries: the proof that a symbol of ours reads back.
 * @param gray width * height bytes of luminance, row by row
 */
export function readSymbolPixels(gray: Uint8Array, width: number, height: number, engine: DecodeEngine): DecodedSymbol[] {
  return climb({ data: gray, width, height }, engine.zxing, 'fast', 'qr', () => false).search.symbols;
}
