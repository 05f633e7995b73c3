/**
 * Writes black and white pictures as BMP and GIF: enough for samples, from the formats' own
 * descriptions.
 */
import type { QrSymbol } from '../../src/worker/protocol/symbol';

/** 1 for dark, row by row, with a quiet zone of four modules, `scale` pixels a module. */
function bitmap({ size, modules }: QrSymbol, scale: number): { side: number; dark: (x: number, y: number) => number } {
  const at = (value: number) => Math.floor(value / scale) - 4;
  const dark = (x: number, y: number) => {
    const [column, row] = [at(x), at(y)];
    return column >= 0 && row >= 0 && column < size && row < size ? modules[row * size + column]! : 0;
  };
  return { side: (size + 8) * scale, dark };
}

/** Windows bitmap, one bit a pixel, rows from the bottom up, each padded to four bytes. */
export function bmp(symbol: QrSymbol, scale: number): Uint8Array {
  const { side, dark } = bitmap(symbol, scale);
  const stride = Math.ceil(side / 32) * 4;
  const bytes = Buffer.alloc(62 + stride * side);
  bytes.write('BM');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(62, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(side, 18);
  bytes.writeInt32LE(side, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(1, 28);
  bytes.writeUInt32LE(stride * side, 34);
  bytes.writeUInt32LE(0xffffff, 54); // colour 0 is white, colour 1 black
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) if (dark(x, side - 1 - y)) bytes[62 + y * stride + (x >> 3)]! |= 0x80 >> (x & 7);
  }
  return bytes;
}

/**
 * GIF with two colours; every code is a literal, with a clear code before the table grows: no
 * compression, but valid LZW.
 */
export function gif(symbol: QrSymbol, scale: number): Uint8Array {
  const { side, dark } = bitmap(symbol, scale);
  const bits: number[] = [];
  const put = (code: number) => {
    for (let i = 0; i < 3; i++) bits.push((code >> i) & 1);
  };
  const [clear, end] = [4, 5];
  for (let i = 0; i < side * side; i++) {
    if (i % 2 === 0) put(clear);
    put(dark(i % side, Math.floor(i / side)));
  }
  put(end);
  const data = Buffer.alloc(Math.ceil(bits.length / 8));
  bits.forEach((bit, i) => {
    data[i >> 3]! |= bit << (i & 7);
  });
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\0\0\0\0\0\x02', 'latin1');
  for (const offset of [6, 24]) {
    head.writeUInt16LE(side, offset);
    head.writeUInt16LE(side, offset + 2);
  }
  const blocks: Buffer[] = [];
  for (let i = 0; i < data.length; i += 255) {
    const part = data.subarray(i, i + 255);
    blocks.push(Buffer.from([part.length]), part);
  }
  return Buffer.concat([head, ...blocks, Buffer.from([0, 0x3b])]);
}
