/** A symbol as PNG. */
import type { QrSymbol } from '../../protocol/symbol';
import { writeSmallPng } from '../indexedPng';
import { writePng } from '../png';
import type { Look } from './look';
import { grayPixels, isGray, rgbaPixels, sideOf } from './pixels';

/** A PNG file; grayscale or with a palette when the colours allow. */
export function png(symbol: QrSymbol, look: Look): Uint8Array {
  const side = sideOf(symbol, look);
  return isGray(look)
    ? writePng(grayPixels(symbol, look), side, side)
    : writeSmallPng(rgbaPixels(symbol, look), side, side);
}
