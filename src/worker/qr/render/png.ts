/** A symbol as PNG. */
import type { QrSymbol } from '../../protocol/symbol';
import { writePng } from '../png';
import type { Look } from './look';
import { grayPixels, isGray, rgbaPixels, sideOf } from './pixels';

/** A PNG file; grayscale when the colours allow. */
export function png(symbol: QrSymbol, look: Look): Uint8Array {
  const side = sideOf(symbol, look);
  return writePng(isGray(look) ? grayPixels(symbol, look) : rgbaPixels(symbol, look), side, side);
}
