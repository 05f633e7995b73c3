/**
 * A symbol as its exported file shows it, in luminance, and whether that gives the symbol's own
 * bytes.
 */
import type { RenderFormat, RenderOptions } from '../../protocol/style';
import type { QrSymbol } from '../../protocol/symbol';
import { decodeModules } from '../decode/bits/decodeModules';
import type { Gray } from '../decode/gray';
import { readHeader } from '../decode/pictureHeader';
import { readPixels } from '../decode/readPixels';
import type { Zxing } from '../decode/zxing';
import { type Look, resolveLook } from '../render/look';
import { grayPixels, sideOf } from '../render/pixels';
import { render } from '../render/render';

/** Pixels a module at which drawings without pixels of their own are looked at. */
const vectorScale = 4;

/** What a terminal leaves out of a look. */
const asBlocks = (look: Look): Look => ({ ...look, modules: 'square', finders: 'square', logo: undefined });

/**
 * The file's own pixels for png and jpeg (and texts that hold a png), else the same contours
 * painted at 4 pixels a module.
 */
export function exported(symbol: QrSymbol, format: RenderFormat, options?: RenderOptions): Gray {
  const look = resolveLook(options);
  if (format === 'svg' || format === 'pdf' || format === 'terminal') {
    const drawn = { ...(format === 'terminal' ? asBlocks(look) : look), scale: vectorScale };
    const side = sideOf(symbol, drawn);
    return { data: grayPixels(symbol, drawn), width: side, height: side };
  }
  const bytes = render(symbol, format === 'jpeg' ? 'jpeg' : 'png', options);
  return readPixels(bytes, readHeader(bytes, Number.POSITIVE_INFINITY)).grays[0]!;
}

/** What the symbol's modules hold. */
export function contentOf({ modules, size }: QrSymbol): Uint8Array {
  const bytes = decodeModules(modules, size)?.chunks.flatMap((chunk) => [...chunk.bytes]) ?? [];
  return Uint8Array.from(bytes);
}

/** One look of the engine, as a camera takes one frame. */
export function reads({ data, width, height }: Gray, bytes: Uint8Array, engine: Pick<Zxing, 'readGray'>): boolean {
  return engine
    .readGray(data, width, height, { formats: ['QRCodeModel2'], tryRotate: false })
    .some(
      (read) => read.valid && read.bytes.length === bytes.length && read.bytes.every((byte, i) => byte === bytes[i]),
    );
}
