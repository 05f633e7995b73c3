/**
 * The picture in the middle of a symbol: its pixels, its place, and how much of the symbol it may
 * hide.
 */
import { fault } from '../../protocol/errors';
import type { Logo } from '../../protocol/style';
import type { QrSymbol } from '../../protocol/symbol';
import type { RgbaPixels } from '../codecs';
import { readHeader } from '../decode/pictureHeader';
import { readRgba } from '../decode/readPixels';
import { bears, checkShare, logoTooLarge, touched } from '../logoLimits';
import { resizeRgba } from './resizeRgba';

export interface LogoPicture {
  /**
   * At most 256 pixels a side, alpha not premultiplied: the original's metadata never gets into a
   * symbol.
   */
  pixels: RgbaPixels;
  share: number;
}

const longestSide = 256;
const maxPixels = 40_000_000;
const defaultShare = 0.2;

/**
 * Pictures that were read, as long as their bytes are held by someone: a batch draws the same logo
 * again and again.
 */
const known = new WeakMap<Uint8Array, RgbaPixels>();

/**
 * @throws option-invalid for a share outside 0.05 to 0.3; picture-empty, picture-unknown-type,
 * picture-too-large, picture-damaged
 */
export function readLogo({ bytes, share = defaultShare }: Logo): LogoPicture {
  checkShare(share);
  let pixels = known.get(bytes);
  if (!pixels) {
    const header = readHeader(bytes, maxPixels);
    if (header.type === 'webp' || header.type === 'tiff')
      throw fault('picture-kind-unread', { type: header.type.toUpperCase() });
    const whole = readRgba(bytes, header);
    const factor = Math.min(1, longestSide / Math.max(whole.width, whole.height));
    pixels = resizeRgba(
      whole,
      Math.max(1, Math.round(whole.width * factor)),
      Math.max(1, Math.round(whole.height * factor)),
    );
    known.set(bytes, pixels);
  }
  return { pixels, share };
}

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the logo lies, in modules from the symbol's top left. */
export function logoBox(size: number, { pixels, share }: LogoPicture): Box {
  const unit = (share * size) / Math.max(pixels.width, pixels.height);
  const [width, height] = [pixels.width * unit, pixels.height * unit];
  return { left: (size - width) / 2, top: (size - height) / 2, width, height };
}

/**
 * The modules without those that the logo or its free ground touches.
 * @throws logo-too-large when more is hidden than the symbol's level bears
 */
export function clearUnder({ size, modules, version, level }: QrSymbol, logo: LogoPicture): Uint8Array {
  const { width, height } = logoBox(size, logo);
  if (!bears(version, level, width, height)) throw logoTooLarge(logo.share, version, level);
  const cleared = modules.slice();
  const [fromX, toX] = touched(size, width);
  const [fromY, toY] = touched(size, height);
  for (let y = fromY; y < toY; y++) cleared.fill(0, y * size + fromX, y * size + toX);
  return cleared;
}
