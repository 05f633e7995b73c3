/** What reading a picture takes: an engine, options, and somebody to tell. */
import type { Locale } from '../../protocol/finding';
import type { DecodedPicture, DecodedSymbol, DecodeOptions } from '../../protocol/picture';
import type { PlatformInflate } from './pixels/inflate';
import type { Zxing } from './zxing';

export interface DecodeEngine {
  zxing: Zxing;
  /** Milliseconds of a steady clock. */
  now(): number;
  inflate?: PlatformInflate;
}

export interface PictureOptions extends DecodeOptions {
  /** File name: its extension is compared with the content. */
  name?: string;
  /** Language of notes and errors; default English. */
  locale?: Locale;
}

/**
 * Told of each symbol as soon as it is read, with what is known of the picture: the search may be
 * ended before it answers.
 */
export type OnFound = (symbol: DecodedSymbol, picture: DecodedPicture) => void;
