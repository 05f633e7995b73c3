/** The one proof that whatever is shown, saved, copied or printed can be read. */
import type { RenderFormat, RenderOptions } from '../protocol/style';
import type { QrSymbol, ReadBack } from '../protocol/symbol';
import type { Zxing } from './decode/zxing';
import { isPlain, resolveLook } from './render/look';
import { prove } from './scanMargin/prove';
import { PROVEN_SCALE, verify } from './verify';

/**
 * Reads the modules by two engines, and the picture as it leaves: a plain one as drawn, whose file
 * holds the same pixels or larger ones, any other out of the finished file.
 * @param bytes what the symbol has to give
 * @param format of the file, or SVG for what is shown
 * @throws not-read-back; style-not-read-back, whose data.advice is the code of what to change;
 * option-invalid, logo-too-large
 */
export function readBack(
  symbol: QrSymbol,
  bytes: Uint8Array,
  engine: Pick<Zxing, 'readGray'>,
  options: RenderOptions = {},
  format: RenderFormat = 'svg',
): ReadBack {
  const look = resolveLook(options);
  if (isPlain(look) && look.scale >= PROVEN_SCALE && format !== 'jpeg') {
    try {
      return verify(symbol, bytes, engine, options);
    } catch (error) {
      // The symbol itself may be sound: then it is the look, and it is told what to change.
      prove(symbol, format, options, engine);
      throw error;
    }
  }
  prove(symbol, format, options, engine);
  return verify(symbol, bytes, engine);
}
