/** How much a finished picture may suffer before it can no longer be read: it is disturbed step by step, and read each time. */
import type { RenderOptions } from '../protocol/style';
import type { Endurance, QrSymbol, Trial } from '../protocol/symbol';
import type { Zxing } from './decode/zxingWasm';
import { resolveLook } from './render/look';
import { grayPixels, sideOf } from './render/pixels';

const scale = 4;

interface Picture {
  pixels: Uint8Array;
  side: number;
}

/** Three steps each, from what every scan has to what few pictures survive. */
const steps: [Trial, (picture: Picture, step: number) => Picture][] = [
  ['small', (picture, step) => shrunk(picture, [0.55, 0.45, 0.36][step]!)],
  ['blur', (picture, step) => blurred(picture, [1, 2, 3][step]!)],
  ['noise', (picture, step) => noisy(picture, [60, 110, 160][step]!)],
  ['faint', (picture, step) => faint(picture, [0.5, 0.25, 0.12][step]!)],
  ['covered', (picture, step) => covered(picture, [0.1, 0.16, 0.24][step]!)],
];

/** Deterministic: the same symbol in the same look has the same margin. */
export function scanMargin(symbol: QrSymbol, bytes: Uint8Array, engine: Pick<Zxing, 'readGray'>, options: RenderOptions = {}): Endurance {
  const look = { ...resolveLook(options), scale };
  const picture = { pixels: grayPixels(symbol, look), side: sideOf(symbol, look) };
  const isRead = ({ pixels, side }: Picture) =>
    engine
      .readGray(pixels, side, side, { formats: ['QRCodeModel2'], tryRotate: false, tryDownscale: true })
      .some((read) => read.valid && read.bytes.length === bytes.length && read.bytes.every((byte, i) => byte === bytes[i]));
  const survived = steps.map(([name, disturb]) => ({ name, count: [0, 1, 2].filter((step) => isRead(disturb(picture, step))).length }));
  const least = Math.min(...survived.map(({ count }) => count));
  return {
    survived: survived.reduce((sum, { count }) => sum + count, 0),
    tried: steps.length * 3,
    weakest: least === 3 ? [] : survived.filter(({ count }) => count === least).map(({ name }) => name),
  };
}

/** Averages areas, so that a module becomes `factor * scale` pixels. */
function shrunk({ pixels, side }: Picture, factor: number): Picture {
  const size = Math.round(side * factor);
  const result = new Uint8Array(size * size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let sum = 0;
      for (const dy of [0.25, 0.75])
        for (const dx of [0.25, 0.75]) {
          const fromX = Math.min(side - 1, Math.floor(((x + dx) * side) / size));
          const fromY = Math.min(side - 1, Math.floor(((y + dy) * side) / size));
          sum += pixels[fromY * side + fromX]!;
        }
      result[y * size + x] = sum / 4;
    }
  return { pixels: result, side: size };
}

/** A box of `2 * radius + 1` pixels, along both axes. */
function blurred({ pixels, side }: Picture, radius: number): Picture {
  const pass = (from: Uint8Array, stepAlong: number, stepAcross: number): Uint8Array => {
    const to = new Uint8Array(from.length);
    for (let line = 0; line < side; line++)
      for (let at = 0; at < side; at++) {
        let sum = 0;
        for (let d = -radius; d <= radius; d++) sum += from[line * stepAcross + Math.min(side - 1, Math.max(0, at + d)) * stepAlong]!;
        to[line * stepAcross + at * stepAlong] = sum / (2 * radius + 1);
      }
    return to;
  };
  return { pixels: pass(pass(pixels, 1, side), side, 1), side };
}

/** Even noise of up to `strength` gray levels to either side, always the same. */
function noisy({ pixels, side }: Picture, strength: number): Picture {
  let seed = 1;
  return {
    side,
    pixels: pixels.map((value) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      return Math.min(255, Math.max(0, value + ((seed >>> 8) / 2 ** 23 - 1) * strength));
    }),
  };
}

/** Draws all values towards middle gray. */
const faint = ({ pixels, side }: Picture, share: number): Picture => ({ side, pixels: pixels.map((value) => 128 + (value - 128) * share) });

/** A gray square in the middle, its side this share of the picture's. */
function covered({ pixels, side }: Picture, share: number): Picture {
  const result = pixels.slice();
  const width = Math.round(side * share);
  const start = (side - width) >> 1;
  for (let y = start; y < start + width; y++) result.fill(128, y * side + start, y * side + start + width);
  return { pixels: result, side };
}
