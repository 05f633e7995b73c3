/**
 * A QR Code symbol as made by the encoder, and what is said about it. Terms of ISO/IEC 18004:2024.
 */
import type { makingChoices } from './style';

/**
 * Error correction level, weakest to strongest (about 7, 15, 25 and 30 % of the codewords can be
 * restored).
 */
export type Level = (typeof makingChoices.level)[number];

export type Mode = 'numeric' | 'alphanumeric' | 'byte' | 'kanji' | 'hanzi' | 'eci' | 'structured-append';

/** A symbol of `size` x `size` modules, without quiet zone. */
export interface QrSymbol {
  /** 1 to 40 */
  version: number;
  level: Level;
  /** 0 to 7 */
  mask: number;
  /** Modules a side: 17 + 4 * version. */
  size: number;
  /** size * size values, row by row from the top left; 1 is dark, 0 is light. */
  modules: Uint8Array;
  /** Segments in order; `characters` counts what the mode counts (bytes in byte mode). */
  segments: { mode: Mode; characters: number }[];
  /** Data bits used, headers included, and data bits that the version and level offer. */
  usedBits: number;
  capacityBits: number;
}

/** What reading the finished symbol back has shown. */
export interface ReadBack {
  /** The engines that gave exactly the bytes that were asked for. */
  engines: string[];
}

export interface EncodeOptions {
  /**
   * Wanted level; default H. A text that does not fit falls back to the strongest level that does.
   */
  level?: Level;
  /** 1 to 40; default the smallest that fits. */
  version?: number;
  /** 0 to 7; default the one with the lowest penalty. */
  mask?: number;
  /**
   * Say in the symbol that a text beyond ASCII is UTF-8, for scanners that guess wrongly; costs 12
   * bits.
   */
  eci?: boolean;
  /** Take a stronger level than wanted where the version has room for it anyway. */
  boostLevel?: boolean;
  /**
   * The share of a logo that is to stand in the symbol: the level becomes H, the version what
   * restores all that the logo hides.
   */
  logoShare?: number;
}
