/**
 * Opaque pictures of few colours as PNG with a palette: a byte a pixel instead of three, and
 * nothing is lost.
 */
import { joinBytes } from '../text/joinBytes';
import { writePng } from './png';

/** Colour type 3 (PNG 3rd edition, table 9): a palette. */
const INDEXED = 3;
const MAX_COLOURS = 256;
const SIGNATURE = 8;
/** Length, name and checksum of a chunk. */
const FRAME = 12;

/**
 * A lossless PNG file: with a palette where the picture is opaque and has at most 256 colours, else
 * as `writePng` makes it.
 * @param rgba width * height * 4 bytes
 */
export function writeSmallPng(rgba: Uint8Array, width: number, height: number): Uint8Array {
  const indexed = indexesOf(rgba);
  if (!indexed) return writePng(rgba, width, height);
  // Indexes are stored as shades of gray are; the header and the palette make the difference.
  const gray = writePng(indexed.indexes, width, height);
  const headerEnd = SIGNATURE + FRAME + 13;
  const header = gray.slice(SIGNATURE + 8, headerEnd - 4);
  header[9] = INDEXED;
  return joinBytes([
    gray.subarray(0, SIGNATURE),
    chunk('IHDR', header),
    chunk('PLTE', indexed.palette),
    gray.subarray(headerEnd),
  ]);
}

/** In the order in which they first stand there; undefined for too many, or what shows through. */
function indexesOf(rgba: Uint8Array): { indexes: Uint8Array; palette: Uint8Array } | undefined {
  const indexes = new Uint8Array(rgba.length / 4);
  const known = new Map<number, number>();
  const palette: number[] = [];
  for (let i = 0; i < indexes.length; i++) {
    const [r, g, b, alpha] = [rgba[4 * i]!, rgba[4 * i + 1]!, rgba[4 * i + 2]!, rgba[4 * i + 3]!];
    const colour = (r << 16) | (g << 8) | b;
    let index = known.get(colour);
    if (index === undefined) {
      index = known.size;
      known.set(colour, index);
      palette.push(r, g, b);
    }
    if (alpha < 255 || index === MAX_COLOURS) return undefined;
    indexes[i] = index;
  }
  return { indexes, palette: Uint8Array.from(palette) };
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(FRAME + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = name.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** PNG 3rd edition, annex D. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
