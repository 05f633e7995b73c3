/** A symbol as pixels, the ground of every raster picture. */
import type { QrSymbol } from '../../protocol/symbol';
import { grayFromRgba } from '../decode/gray';
import { contours } from './contours';
import { fill } from './fill';
import { type LogoPicture, logoBox } from './logo';
import { isPlain, type Look, rgb } from './look';
import { resizeRgba } from './resizeRgba';

/** Pixels a side of the picture, quiet zone included. */
export const sideOf = (symbol: Pick<QrSymbol, 'size'>, look: Look): number =>
  (symbol.size + 2 * look.marginModules) * look.scale;

/** One number a pixel, row by row: `dark` where a module is dark, `light` elsewhere. */
function paint<T extends Uint8Array | Uint32Array>(
  symbol: QrSymbol,
  look: Look,
  into: T,
  dark: number,
  light: number,
): T {
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
  const side = sideOf(symbol, look);
  if (isPlain(look)) return paint(symbol, look, new Uint8Array(side ** 2), gray(look.dark), gray(look.light));
  if (look.logo) return grayFromRgba(rgbaPixels(symbol, look), side, side).data;
  const covered = fill(contours(symbol, look), look.scale, look.marginModules, side);
  const shades = Uint8Array.from({ length: 256 }, (_, cover) => mixed(gray(look.light), gray(look.dark), cover));
  return covered.map((cover) => shades[cover]!);
}

const mixed = (under: number, over: number, cover: number): number =>
  Math.round(under + ((over - under) * cover) / 255);

/** side * side * 4 bytes, opaque. */
export function rgbaPixels(symbol: QrSymbol, look: Look): Uint8Array {
  const side = sideOf(symbol, look);
  const word = (r: number, g: number, b: number) => new Uint32Array(Uint8Array.of(r, g, b, 255).buffer)[0]!;
  const [dark, light] = [rgb(look.dark), rgb(look.light)];
  const words = new Uint32Array(side ** 2);
  if (isPlain(look)) paint(symbol, look, words, word(...dark), word(...light));
  else {
    const shade = (cover: number) =>
      [0, 1, 2].map((c) => mixed(light[c]!, dark[c]!, cover)) as [number, number, number];
    const shades = Uint32Array.from({ length: 256 }, (_, cover) => word(...shade(cover)));
    const covered = fill(contours(symbol, look), look.scale, look.marginModules, side);
    for (let i = 0; i < words.length; i++) words[i] = shades[covered[i]!]!;
  }
  const pixels = new Uint8Array(words.buffer);
  if (look.logo) layOver(pixels, side, symbol.size, look, look.logo);
  return pixels;
}

function layOver(
  pixels: Uint8Array,
  side: number,
  size: number,
  { scale, marginModules }: Look,
  logo: LogoPicture,
): void {
  const box = logoBox(size, logo);
  const [left, top] = [Math.round((box.left + marginModules) * scale), Math.round((box.top + marginModules) * scale)];
  const drawn = resizeRgba(
    logo.pixels,
    Math.max(1, Math.round(box.width * scale)),
    Math.max(1, Math.round(box.height * scale)),
  );
  for (let y = 0; y < drawn.height; y++)
    for (let x = 0; x < drawn.width; x++) {
      const from = (y * drawn.width + x) * 4;
      const to = ((y + top) * side + x + left) * 4;
      for (let c = 0; c < 3; c++) pixels[to + c] = mixed(pixels[to + c]!, drawn.data[from + c]!, drawn.data[from + 3]!);
    }
}

/**
 * True when both colours are shades of gray and no logo brings others, so that one byte a pixel
 * says it all.
 */
export const isGray = ({ dark, light, logo }: Look): boolean =>
  !logo && [dark, light].every((colour) => new Set(rgb(colour)).size === 1);
