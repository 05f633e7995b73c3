/** A symbol as JPEG. */
import type { QrSymbol } from '../../protocol/symbol';
import { writeJpeg } from '../jpeg';
import type { Look } from './look';
import { rgbaPixels, sideOf } from './pixels';

/** High, because edges of modules ring at low quality and flat areas cost nothing. */
const quality = 92;

/** A JPEG file. */
export function jpeg(symbol: QrSymbol, look: Look): Uint8Array {
  const side = sideOf(symbol, look);
  return writeJpeg(rgbaPixels(symbol, look), side, side, quality);
}
