/**
 * The second engine, the TypeScript port of ZXing, by its decoder of modules alone (by deep paths: an
 * eighth of the library).
 */
import BitMatrix from '@zxing/library/cjs/core/common/BitMatrix.js';
import Decoder from '@zxing/library/cjs/core/qrcode/decoder/Decoder.js';
import type { Level } from '../../protocol/symbol';
import { joinBytes } from '../../text/joinBytes';
import { parseSegments } from './bits/parseSegments';

export const LIBRARY = '@zxing/library';

/** What the library says of the modules of one QR Code (model 2). */
export interface LibraryRead {
  text: string;
  /** What its codewords say, whatever character set the library takes it for. */
  bytes: Uint8Array;
  level: Level;
}

/**
 * Decodes modules without any picture: 1 is dark, size * size, row by row.
 * @returns null when it is no readable symbol
 */
export function decodeModulesWithLibrary(modules: Uint8Array, size: number): LibraryRead | null {
  const bits = new BitMatrix(size);
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (modules[y * size + x]) bits.set(x, y);
  try {
    const read = new Decoder().decodeBitMatrix(bits);
    const stream = parseSegments(read.getRawBytes(), (size - 17) / 4);
    const bytes = stream && joinBytes(stream.chunks.map((chunk) => chunk.bytes));
    return bytes && { text: read.getText(), bytes, level: read.getECLevel() as Level };
  } catch {
    return null;
  }
}
