/** Text or bytes to one QR Code symbol. */
import type { EncodeOptions, Level, QrSymbol } from '../protocol/symbol';
import { boosted, strongestFit } from './fit';
import { isAscii, utf8Header } from './headers';
import { byteCapacities } from './limits';
import { segmentBytes } from './segmentText';
import { buildSymbol } from './symbol';
import { checkVersion, textBytes, tooLong } from './textBytes';

export interface Encoded {
  symbol: QrSymbol;
  /** The level asked for; the symbol's own is weaker when the text does not fit otherwise, stronger when that cost nothing. */
  wantedLevel: Level;
  /** UTF-8 bytes of the text. */
  bytes: number;
  /** Bytes that the largest symbol (or that of the version asked for) holds. */
  capacities: Record<Level, number>;
}

/**
 * Makes the smallest symbol of the wanted level (default H), or of the strongest level that holds the text.
 * @throws text-empty, text-lone-surrogate, text-too-long, option-invalid
 */
export const encode = (text: string, options?: EncodeOptions): Encoded => encodeBytes(textBytes(text), options);

/**
 * The same for bytes, which are taken as they are.
 * @throws text-too-long, option-invalid
 */
export function encodeBytes(bytes: Uint8Array, options: EncodeOptions = {}): Encoded {
  checkVersion(options.version);
  const wantedLevel = options.level ?? 'H';
  const header = options.eci && !isAscii(bytes) ? [utf8Header()] : [];
  const fit = strongestFit((version) => [...header, ...segmentBytes(bytes, version)], wantedLevel, options.version);
  if (!fit) throw tooLong(bytes.length, options.version);
  const { segments, version, level } = options.boostLevel ? boosted(fit) : fit;
  return {
    symbol: buildSymbol(segments, version, level, options.mask),
    wantedLevel,
    bytes: bytes.length,
    capacities: byteCapacities(options.version),
  };
}
