/** The proof that a finished symbol can be read: it is painted and given to our own decoder, and the bytes are compared. */
import { fault } from '../protocol/errors';
import type { RenderOptions } from '../protocol/methods';
import type { QrSymbol, ReadBack } from '../protocol/symbol';
import type { Zxing } from './decode/zxingWasm';
import { resolveLook } from './render/look';
import { grayPixels, sideOf } from './render/pixels';

/**
 * Paints the symbol in its colours and quiet zone, at 3 pixels a module (what is saved is as large or larger), and reads it as any picture.
 * @param bytes what the symbol has to give; the text is not compared, because a decoder may guess its character set
 * @throws not-read-back
 */
export function verify(symbol: QrSymbol, bytes: Uint8Array, engine: Pick<Zxing, 'readGray'>, options: RenderOptions = {}): ReadBack {
  const look = { ...resolveLook(options), scale: 3 };
  const side = sideOf(symbol, look);
  const reads = engine.readGray(grayPixels(symbol, look), side, side, { formats: ['QRCodeModel2'], tryRotate: false, tryDownscale: false });
  if (!reads.some((read) => read.valid && sameBytes(read.bytes, bytes)))
    throw fault('not-read-back', { bytes: bytes.length, level: symbol.level, version: symbol.version });
  return { engines: ['zxing-wasm'] };
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);
