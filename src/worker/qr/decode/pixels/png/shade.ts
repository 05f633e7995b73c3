/** Unfiltered rows of a PNG, one function for each kind of pixel, to luminance over a ground. */
import { type Ground, lumaOf, over } from '../../gray';
import type { PngParts } from './chunks';

/**
 * Writes the luminance of one row.
 * @param at where its bytes begin in `rows`
 * @param to place of the first pixel in `out`, the next ones follow every `step`
 * @returns the smallest opacity seen, 255 for an opaque row
 */
export type RowShader = (rows: Uint8Array, at: number, count: number, out: Uint8Array, to: number, step: number) => number;

export function shaderOf(parts: PngParts, ground: Ground): RowShader {
  const { colour, depth } = parts;
  if (depth <= 8 && (colour === 0 || colour === 3)) return indexed(parts, ground);
  return colour & 4 ? withAlpha(colour === 6, depth, ground) : opaque(parts, ground);
}

/** Gray up to 8 bits and palettes: a table has the answer for each value. */
function indexed(parts: PngParts, ground: Ground): RowShader {
  const { depth } = parts;
  const { shades, alphas } = tableOf(parts, ground);
  const solid = alphas.every((alpha) => alpha === 255);
  if (depth === 8 && solid) {
    return (rows, at, count, out, to, step) => {
      for (let i = 0, p = to; i < count; i++, p += step) out[p] = shades[rows[at + i]!]!;
      return 255;
    };
  }
  const mask = (1 << depth) - 1;
  return (rows, at, count, out, to, step) => {
    let least = 255;
    for (let i = 0, p = to, bit = 0; i < count; i++, p += step, bit += depth) {
      const value = (rows[at + (bit >> 3)]! >> (8 - depth - (bit & 7))) & mask;
      out[p] = shades[value]!;
      if (alphas[value]! < least) least = alphas[value]!;
    }
    return least;
  };
}

function tableOf({ colour, depth, palette, transparency }: PngParts, ground: Ground): { shades: Uint8Array; alphas: Uint8Array } {
  const shades = new Uint8Array(256);
  const alphas = new Uint8Array(256).fill(255);
  if (colour === 3) alphas.set(transparency.subarray(0, 256));
  else if (transparency.length >= 2) alphas[transparency[1]! & ((1 << depth) - 1)] = 0;
  for (let i = 0; i < 1 << depth; i++) {
    const luma =
      colour === 3
        ? lumaOf(palette[3 * i] ?? 0, palette[3 * i + 1] ?? 0, palette[3 * i + 2] ?? 0)
        : Math.round((i * 255) / ((1 << depth) - 1));
    shades[i] = over(luma, alphas[i]!, ground);
  }
  return { shades, alphas };
}

/** Gray of 16 bits and RGB; one value may be see-through. Of 16 bits the upper 8 count. */
function opaque({ colour, depth, transparency }: PngParts, ground: Ground): RowShader {
  const wide = depth >> 3;
  const samples = colour === 2 ? 3 : 1;
  const bytes = wide * samples;
  const [green, blue] = colour === 2 ? [wide, 2 * wide] : [0, 0];
  // tRNS has two bytes a sample whatever the depth.
  const key = transparency.length >= 2 * samples ? [...transparency.subarray(0, 2 * samples)].filter((_, i) => wide === 2 || i & 1) : [];
  return (rows, at, count, out, to, step) => {
    let least = 255;
    for (let i = 0, p = to, from = at; i < count; i++, p += step, from += bytes) {
      out[p] = lumaOf(rows[from]!, rows[from + green]!, rows[from + blue]!);
      if (key.length && key.every((byte, k) => rows[from + k] === byte)) {
        out[p] = ground;
        least = 0;
      }
    }
    return least;
  };
}

function withAlpha(isColour: boolean, depth: number, ground: Ground): RowShader {
  const wide = depth >> 3;
  const [green, blue, alpha] = isColour ? [wide, 2 * wide, 3 * wide] : [0, 0, wide];
  const bytes = alpha + wide;
  return (rows, at, count, out, to, step) => {
    let least = 255;
    for (let i = 0, p = to, from = at; i < count; i++, p += step, from += bytes) {
      const opacity = rows[from + alpha]!;
      const luma = lumaOf(rows[from]!, rows[from + green]!, rows[from + blue]!);
      out[p] = opacity === 255 ? luma : over(luma, opacity, ground);
      if (opacity < least) least = opacity;
    }
    return least;
  };
}
