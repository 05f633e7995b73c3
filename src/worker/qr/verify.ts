/**
 * The proof that a finished symbol can be read: two engines that share no code get it, and each has
 * to give the bytes.
 */
import { fault } from '../protocol/errors';
import type { RenderOptions } from '../protocol/methods';
import type { QrSymbol, ReadBack } from '../protocol/symbol';
import type { Zxing } from './decode/zxing';
import { decodeModulesWithLibrary, LIBRARY } from './decode/zxingModules';
import { resolveLook } from './render/look';
import { grayPixels, sideOf } from './render/pixels';

/** Pixels a module of the picture that is read here. */
export const PROVEN_SCALE = 3;

/**
 * Paints the symbol in its colours and quiet zone, at `PROVEN_SCALE`, and reads it as any picture;
 * a second engine reads the modules themselves.
 * @param bytes what the symbol has to give; the text is not compared, because a decoder may guess
 * its character set
 * @throws not-read-back
 */
export function verify(
  symbol: QrSymbol,
  bytes: Uint8Array,
  engine: Pick<Zxing, 'readGray'>,
  options: RenderOptions = {},
): ReadBack {
  const look = { ...resolveLook(options), scale: PROVEN_SCALE };
  const side = sideOf(symbol, look);
  const reads = engine.readGray(grayPixels(symbol, look), side, side, {
    formats: ['QRCodeModel2'],
    tryRotate: false,
    tryDownscale: false,
  });
  const seen = reads.find((read) => read.valid && sameBytes(read.bytes, bytes));
  const second = decodeModulesWithLibrary(symbol.modules, symbol.size);
  if (!seen || !second || !sameBytes(second.bytes, bytes))
    throw fault('not-read-back', { bytes: bytes.length, level: symbol.level, version: symbol.version });
  return { engines: [...new Set([seen.engine, LIBRARY])] };
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);
