/** A symbol as a BMP file of 24 bits a pixel: the one picture type that a few lines write. */
import type { QrSymbol } from '../../../../src/worker/protocol/symbol';

export function bmp({ modules, size }: QrSymbol, scale: number, margin: number): Uint8Array {
  const side = (size + 2 * margin) * scale;
  const row = (side * 3 + 3) & ~3;
  const file = new Uint8Array(54 + row * side).fill(255);
  const view = new DataView(file.buffer);
  file.set([0x42, 0x4d]);
  for (const [i, value] of [54 + row * side, 0, 54, 40, side, side].entries()) view.setUint32(2 + 4 * i, value, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, 24, true);
  for (let at = 30; at < 54; at += 4) view.setUint32(at, 0, true);
  for (let y = 0; y < size * scale; y++) {
    for (let x = 0; x < size * scale; x++) {
      if (!modules[Math.floor(y / scale) * size + Math.floor(x / scale)]) continue;
      const at = 54 + row * (side - 1 - y - margin * scale) + 3 * (x + margin * scale);
      file.fill(0, at, at + 3);
    }
  }
  return file;
}
