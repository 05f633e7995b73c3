/** Unfiltered rows of a PNG, whatever the kind of pixel, to luminance and opacity. */
import { lumaOf } from '../../gray';
import type { PngRows } from '../../wasm/pngRows';
import type { Band } from './bands';
import type { PngParts } from './chunks';

/**
 * Writes the luminance and, unless all are opaque, the opacity of pixels one behind the other.
 * @param at where `count` rows stand in the module's memory, each behind its filter byte
 * @returns the smallest opacity seen, 255 when all are opaque
 */
export type RowShader = (band: Band, at: number, count: number, luma: number, alpha: number) => number;

/** Takes room in the module's memory for what it looks up. */
export function shaderOf(parts: PngParts, ops: PngRows): RowShader {
  const { colour, depth, transparency } = parts;
  if (depth <= 8 && (colour === 0 || colour === 3)) {
    const table = ops.put(tableOf(parts));
    return (band, at, count, luma, alpha) =>
      ops.indexed(at, band.rowBytes, band.columns, count, depth, table, luma, alpha);
  }
  const wide = depth >> 3;
  const samples = (colour & 2 ? 3 : 1) + (colour & 4 ? 1 : 0);
  // tRNS has two bytes a sample whatever the depth.
  const hasKey = !(colour & 4) && transparency.length >= 2 * samples;
  const key = hasKey ? transparency.slice(0, 2 * samples).filter((_, i) => wide === 2 || i & 1) : new Uint8Array();
  const place = ops.put(key);
  return (band, at, count, luma, alpha) =>
    ops.sampled(at, band.columns, count, samples, wide, place, key.length, luma, alpha);
}

/** Luminance of each value, then its opacity. */
function tableOf({ colour, depth, palette, transparency }: PngParts): Uint8Array {
  const table = new Uint8Array(512).fill(255);
  const alphas = table.subarray(256);
  if (colour === 3) alphas.set(transparency.subarray(0, 256));
  else if (transparency.length >= 2) alphas[transparency[1]! & ((1 << depth) - 1)] = 0;
  for (let i = 0; i < 1 << depth; i++)
    table[i] =
      colour === 3
        ? lumaOf(palette[3 * i] ?? 0, palette[3 * i + 1] ?? 0, palette[3 * i + 2] ?? 0)
        : Math.round((i * 255) / ((1 << depth) - 1));
  return table;
}
