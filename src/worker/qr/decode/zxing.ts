/** What an engine is that finds symbols in a picture. */
import type { Corners } from '../../protocol/picture';
import type { Level } from '../../protocol/symbol';

export interface ZxingOptions {
  /**
   * Canonical names of zxing-cpp. `QRCode` means the whole family, `QRCodeModel2` leaves out model
   * 1, Micro QR and rMQR; an empty list means all.
   */
  formats: ('QRCode' | 'QRCodeModel2')[];
  tryHarder?: boolean;
  tryRotate?: boolean;
  tryInvert?: boolean;
  tryDownscale?: boolean;
  tryDenoise?: boolean;
  /** 2, 3 or 4; default 3. */
  downscaleFactor?: number;
  /** FixedThreshold is for pictures that are black and white already. */
  binarizer?: 'LocalAverage' | 'GlobalHistogram' | 'FixedThreshold';
  /** Also give what was located but cannot be decoded. */
  returnErrors?: boolean;
  isPure?: boolean;
}

/** What zxing-cpp says about one place of the picture. */
export interface ZxingRead {
  /** False only with `returnErrors`: located, checksum or structure wrong. */
  valid: boolean;
  format: string;
  text: string;
  bytes: Uint8Array;
  hasEci: boolean;
  corners: Corners;
  mirrored: boolean;
  inverted: boolean;
  version?: number;
  level?: Level;
  mask?: number;
  /** Structured append: index from 0. */
  part?: { index: number; count: number; parity: number };
  /**
   * The sampled modules, 1 dark, size * size, row by row (as seen: not turned back when mirrored);
   * empty when none were sampled.
   */
  modules: Uint8Array;
  /** Modules a side, 0 when none were sampled. */
  size: number;
  /** Whose reading it is. */
  engine: string;
}

/** A loaded engine. Calls are synchronous; one instance must not be shared between threads. */
export interface Zxing {
  /** @param gray width * height bytes of luminance, row by row */
  readGray(gray: Uint8Array, width: number, height: number, options: ZxingOptions): ZxingRead[];
}
