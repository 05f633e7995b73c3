/** From what the engine says about a place in the picture to the symbol of the protocol. */
import type { DecodedSymbol } from '../../protocol/picture';
import type { ZxingRead } from './zxingWasm';

/** @param attempt name of the attempt of the ladder that read it */
export function toSymbol(read: ZxingRead, attempt: string): DecodedSymbol {
  const { text, bytes, version, level, mask, corners, part } = read;
  return {
    text,
    bytes,
    format: read.format === 'QRCodeModel2' ? 'QRCode' : read.format,
    ...(version !== undefined && { version }),
    ...(level && { level }),
    ...(mask !== undefined && { mask }),
    corners,
    ...(read.mirrored && { mirrored: true }),
    ...(read.inverted && { inverted: true }),
    engine: 'zxing-wasm',
    attempt,
    ...(part && { part }),
  };
}
