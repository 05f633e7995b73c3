/**
 * Paints a photograph-like picture of printed symbols: tilted cards on a table, uneven light, soft
 * focus, sensor noise.
 */
import type { QrSymbol } from '../../src/worker/protocol/symbol';

export interface Card {
  symbol: QrSymbol;
  /** Where the card's corners lie in the picture, clockwise from its top left, in pixels. */
  corners: [number, number][];
  paper: [number, number, number];
  ink: [number, number, number];
}

const quietZone = 4;

/**
 * The eight numbers of the projective map that takes `from` corners to `to` corners, by
 * elimination.
 */
function projection(from: [number, number][], to: [number, number][]): number[] {
  const rows = from.flatMap(([x, y], i) => {
    const [u, v] = to[i]!;
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  for (let i = 0; i < 8; i++) {
    const best = rows.slice(i).reduce((found, row) => (Math.abs(row[i]!) > Math.abs(found[i]!) ? row : found));
    rows.splice(rows.indexOf(best), 1);
    rows.splice(i, 0, best);
    for (const row of rows) {
      if (row === best) continue;
      const factor = row[i]! / best[i]!;
      row.forEach((value, j) => {
        row[j] = value - factor * best[j]!;
      });
    }
  }
  return rows.map((row, i) => row[8]! / row[i]!);
}

/**
 * A small repeatable random source (mulberry32), so that the pictures are the same on every
 * machine.
 */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** RGBA pixels of the scene; `noise` is the sensor's amplitude in grey steps. */
export function paintScene(width: number, height: number, cards: Card[], noise: number): Uint8Array {
  const random = randomFrom(20260101);
  const maps = cards.map(({ symbol, corners }) => {
    const side = symbol.size + 2 * quietZone;
    const square: [number, number][] = [
      [0, 0],
      [side, 0],
      [side, side],
      [0, side],
    ]; // prettier-ignore
    return projection(corners, square);
  });
  const colourAt = (x: number, y: number): [number, number, number] => {
    for (let i = cards.length - 1; i >= 0; i--) {
      const { symbol, paper, ink } = cards[i]!;
      const [a, b, c, d, e, f, g, h] = maps[i] as [number, number, number, number, number, number, number, number];
      const w = g * x + h * y + 1;
      const column = Math.floor((a * x + b * y + c) / w) - quietZone;
      const row = Math.floor((d * x + e * y + f) / w) - quietZone;
      const out = (value: number) => value < -quietZone || value >= symbol.size + quietZone;
      if (w <= 0 || out(column) || out(row)) continue;
      const inside = column >= 0 && row >= 0 && column < symbol.size && row < symbol.size;
      return inside && symbol.modules[row * symbol.size + column] === 1 ? ink : paper;
    }
    const grain = 10 * Math.sin(y / 5 + 3 * Math.sin(x / 180)) + 6 * Math.sin(y / 37 + x / 400);
    return [134 + grain, 98 + grain, 68 + grain];
  };
  const pixels = new Uint8Array(width * height * 4);
  const steps = [-0.7, -0.25, 0.25, 0.7]; // wider than a pixel: soft focus
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const sum = [0, 0, 0];
      for (const dy of steps) {
        for (const dx of steps) {
          colourAt(x + 0.5 + dx, y + 0.5 + dy).forEach((value, i) => {
            sum[i]! += value;
          });
        }
      }
      const light = 1.08 - 0.45 * Math.hypot(x / width - 0.3, y / height - 0.25);
      const grain = (random() + random() - 1) * noise;
      for (let i = 0; i < 3; i++)
        pixels[(y * width + x) * 4 + i] = Math.max(0, Math.min(255, (sum[i]! / 16) * light + grain));
      pixels[(y * width + x) * 4 + 3] = 255;
    }
  }
  return pixels;
}
