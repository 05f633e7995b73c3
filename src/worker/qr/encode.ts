/** Text or bytes to one QR Code symbol. */
import type { EncodeOptions, Level, QrSymbol } from '../protocol/symbol';
import { boosted, type Fit, type SegmentsFor, strongestFit } from './fit';
import { isAscii, utf8Header } from './headers';
import { byteCapacities, maxVersion } from './limits';
import { bears, checkShare, logoTooLarge } from './logoLimits';
import { segmentBytes } from './segmentText';
import { buildSymbol } from './symbol';
import { bytesTooLong, checkVersion, textBytes, textTooLong } from './textBytes';

export interface Encoded {
  symbol: QrSymbol;
  /**
   * The level asked for; the symbol's own is weaker when the text does not fit otherwise, stronger
   * when that cost nothing.
   */
  wantedLevel: Level;
  /** UTF-8 bytes of the text. */
  bytes: number;
  /** Bytes that the largest symbol (or that of the version asked for) holds. */
  capacities: Record<Level, number>;
}

/**
 * Makes the smallest symbol of the wanted level (default H), or of the strongest level that holds
 * the text.
 * @throws text-empty, text-lone-surrogate, text-too-long, set-too-long, option-invalid,
 * logo-too-large
 */
export const encode = (text: string, options?: EncodeOptions): Encoded =>
  encoded(textBytes(text), options, textTooLong);

/**
 * The same for bytes, which are taken as they are.
 * @throws bytes-too-long, option-invalid, logo-too-large
 */
export const encodeBytes = (bytes: Uint8Array, options?: EncodeOptions): Encoded =>
  encoded(bytes, options, bytesTooLong);

function encoded(bytes: Uint8Array, options: EncodeOptions = {}, tooLong: typeof textTooLong): Encoded {
  checkVersion(options.version);
  const { logoShare } = options;
  if (logoShare !== undefined) checkShare(logoShare);
  const wantedLevel = logoShare === undefined ? (options.level ?? 'H') : 'H';
  const header = options.eci && !isAscii(bytes) ? [utf8Header()] : [];
  const segmentsFor = (version: number) => [...header, ...segmentBytes(bytes, version)];
  const smallest = strongestFit(segmentsFor, wantedLevel, options.version);
  if (!smallest) throw tooLong(bytes, options.version);
  const fit =
    logoShare === undefined ? smallest : fitWithLogo(smallest, segmentsFor, logoShare, options.version ?? maxVersion);
  const { segments, version, level } = options.boostLevel ? boosted(fit) : fit;
  return {
    symbol: buildSymbol(segments, version, level, options.mask),
    wantedLevel,
    bytes: bytes.length,
    capacities: byteCapacities(options.version),
  };
}

/** A larger symbol, where the smallest one cannot restore what the logo hides. */
function fitWithLogo(smallest: Fit, segmentsFor: SegmentsFor, share: number, largest: number): Fit {
  for (let version = smallest.version; version <= largest; version++) {
    const fit = strongestFit(segmentsFor, 'H', version);
    const side = share * (17 + 4 * version);
    if (fit && bears(version, fit.level, side, side)) return fit;
  }
  throw logoTooLarge(share, smallest.version, smallest.level);
}
