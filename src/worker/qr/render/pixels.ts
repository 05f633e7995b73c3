/** A symbol as pixels, the ground of every raster picture. */
import type { QrSymbol } from '../../protocol/symbol';
import { type Look, rgb } from './look';

/** Pixels a side of the picture, quiet zone included. */
export const sideOf = (symbol: Pick<QrSymbol, 'size'>, look: Look): number => (symbol.size + 2 * look.marginModules) * look.scale;

/** One number a pixel, row by row: `dark` where a module is dark, `light` elsewhere. */
function paint<T extends Uint8Array | Uint32Array>(symbol: QrSymbol, look: Look, into: T, dark: number, light: number): T {
  const { size, modules } = symbol;
  const { scale, marginModules } = look;
  const side = sideOf(symbol, look);
  into.fill(light);
  for (let row = 0; row < size; row++) {
    const start = (row + marginModules) * scale * side;
    for (let column = 0; column < size; column++)
      if (modules[row * size + column]) {
        const left = start + (column + marginModules) * scale;
        into.fill(dark, left, left + scale);
      }
    for (let copy = 1; copy < scale; copy++) into.copyWithin(start + copy * side, start, start + side);
  }
  return into;
}

/** The luminance (ITU-R BT.601, as decoders take it) of a colour, 0 to 255. */
function gray(colour: string): number {
  const [r, g, b] = rgb(colour);
  return Math.round(0.299 * r + 0.587 * g + 0.114 * b);
}

/** side * side bytes of luminance. */
export function grayPixels(symbol: QrSymbol, look: Look): Uint8Array {
  return paint(symbol, look, new Uint8Array(sideOf(symbol, look) ** 2), gray(look.dark), gray(look.light));
}

/** side * side * 4 bytes, opaque. */
export function rgbaPixels(symbol: QrSymbol, look: Look): Uint8Array {
  const word = (colour: string) => new Uint32Array(Uint8Array.of(...rgb(colour), 255).buffer)[0]!;
  const words = paint(symbol, look, new Uint32Array(sideOf(symbol, look) ** 2), word(look.dark), word(look.light));
  return new Uint8Array(words.buffer);
}

/** True when both colours are shades of gray, so that one byte a pixel says it all. */
export const isGray = ({ dark, light }: Look): boolean => [dark, light].every((colour) => new Set(rgb(colour)).size === 1);
