/** PNG files to pixels and back. */
import { fault } from '../protocol/errors';
import { codecs, type RgbaPixels } from './codecs';
import { orDamaged } from './decode/pixels/orDamaged';

/**
 * Reads a PNG of any depth, palette or interlacing; 16-bit samples are cut to 8 bits.
 * Check the size in the header first: the whole picture is held in memory.
 * @throws fault `picture-damaged`, also for a second header chunk, which might name another size
 */
export function readPng(bytes: Uint8Array): RgbaPixels {
  return orDamaged('png', () => {
    if (headerChunks(bytes) !== 1) throw fault('picture-damaged', { type: 'PNG' });
    return codecs().decodePng(bytes);
  });
}

function headerChunks(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) if (view.getUint32(at + 4) === IHDR) count++;
  return count;
}

const IHDR = 0x49484452;

/**
 * A lossless file of these pixels. One byte a pixel is taken as gray, four as RGBA; fully opaque
 * RGBA is stored without alpha.
 * @param data width * height or width * height * 4 bytes
 */
export function writePng(data: Uint8Array, width: number, height: number): Uint8Array {
  const isGray = data.length === width * height;
  return codecs().encodePng(data, width, height, isGray ? 'gray' : isOpaque(data) ? 'rgb' : 'rgba');
}

function isOpaque(rgba: Uint8Array): boolean {
  for (let j = 3; j < rgba.length; j += 4) if (rgba[j]! < 255) return false;
  return true;
}
