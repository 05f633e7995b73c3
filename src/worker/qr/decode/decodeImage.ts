/** One picture file in, everything that was read out: the door of the decoder. */
import { asFailure, failure } from '../../protocol/errors';
import type { Locale } from '../../protocol/finding';
import type { DecodedPicture, DecodedSymbol, DecodeOptions } from '../../protocol/picture';
import type { Gray } from './gray';
import { type PictureHeader, readHeader, typeOfName } from './pictureHeader';
import { readPixels } from './readPixels';
import { toSymbol } from './toSymbol';
import { prepareZxing, type Zxing, type ZxingOptions } from './zxingWasm';

export interface DecodeEngine {
  zxing: Zxing;
  /** Milliseconds of a steady clock. */
  now(): number;
}

export interface PictureOptions extends DecodeOptions {
  /** File name: its extension is compared with the content. */
  name?: string;
  /** Language of notes and errors; default English. */
  locale?: Locale;
}

export const DEFAULT_MAX_PIXELS = 100_000_000;

/**
 * Loads the engine once per thread.
 * @param wasmBinary the bytes of zxing-wasm's `zxing_reader.wasm`
 * @param now a steady clock in milliseconds
 */
export async function prepareEngine(wasmBinary: Uint8Array, now: () => number): Promise<DecodeEngine> {
  return { zxing: await prepareZxing(wasmBinary), now };
}

/** Reads every symbol of a PNG, JPEG, BMP, GIF or WebP file. Never throws: what goes wrong is the answer's `error`. */
export function decodeImage(bytes: Uint8Array, options: PictureOptions, engine: DecodeEngine): DecodedPicture {
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
    picture.symbols = readSymbols(bytes, header, options, engine);
  } catch (error) {
    picture.error = asFailure(error, locale);
  }
  picture.ms = engine.now() - started;
  return picture;
}

const FORMATS = { qr: ['QRCodeModel2'], 'qr-all': ['QRCode'], all: [] } satisfies Record<string, ZxingOptions['formats']>;

function readSymbols(bytes: Uint8Array, header: PictureHeader, options: PictureOptions, engine: DecodeEngine): DecodedSymbol[] {
  const zxingOptions: ZxingOptions = { formats: FORMATS[options.formats ?? 'qr'] };
  if (!header.alpha && header.type !== 'webp') {
    const reads = tryFile(bytes, zxingOptions, engine);
    if (reads?.length) return reads;
  }
  return readPixels(bytes, header).flatMap((gray) => readGray(gray, zxingOptions, engine));
}

/** The engine's own picture reader, or null when it cannot read this file. */
function tryFile(bytes: Uint8Array, options: ZxingOptions, engine: DecodeEngine): DecodedSymbol[] | null {
  try {
    return engine.zxing.readFile(bytes, options).map((read) => toSymbol(read, 'zxing'));
  } catch {
    return null;
  }
}

function readGray({ data, width, height }: Gray, options: ZxingOptions, engine: DecodeEngine): DecodedSymbol[] {
  return engine.zxing.readGray(data, width, height, options).map((read) => toSymbol(read, 'zxing'));
}

/**
 * Reads a clean picture of symbols with one engine call, without retries: the proof that a symbol of ours reads back.
 * @param gray width * height bytes of luminance, row by row
 */
export function readSymbolPixels(gray: Uint8Array, width: number, height: number, engine: DecodeEngine): DecodedSymbol[] {
  return readGray({ data: gray, width, height }, { formats: FORMATS.qr }, engine);
}
