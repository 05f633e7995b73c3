/** The strips or tiles of a TIFF page and their bytes, unpacked (TIFF 6.0 §3, §15). */
import { fault } from '../../../../protocol/errors';
import { inflate, type PlatformInflate } from '../inflate';
import { type Directory, TAG } from './directories';
import { type FaxKind, unpackFax } from './fax';
import { unpackTiffLzw } from './lzw';
import { unpackBits } from './packBits';

export interface Block {
  x: number;
  y: number;
  /** As coded: a tile may reach beyond the page. */
  width: number;
  height: number;
  packed: Uint8Array;
}

export const damaged = () => fault('picture-damaged', { type: 'TIFF' });

/** Those of the first plane, or of plane `plane` where each sample has one of its own. */
export function blocksOf(bytes: Uint8Array, page: Directory, plane: number): Block[] {
  const width = page.one(TAG.width, 0);
  const height = page.one(TAG.height, 0);
  const isTiled = page.all(TAG.tileOffsets).length > 0;
  const w = isTiled ? page.one(TAG.tileWidth, 0) : width;
  const h = isTiled ? page.one(TAG.tileHeight, 0) : Math.min(height, page.one(TAG.rowsPerStrip, height));
  // A tile that is much larger than the page is no picture, but a way to memory.
  if (!w || !h || w * h > 4 * width * height + 1_000_000) throw damaged();
  const offsets = page.all(isTiled ? TAG.tileOffsets : TAG.stripOffsets);
  const lengths = page.all(isTiled ? TAG.tileLengths : TAG.stripLengths);
  const across = Math.ceil(width / w);
  const count = across * Math.ceil(height / h);
  return Array.from({ length: Math.min(count, offsets.length) }, (_, i) => {
    const at = offsets[plane * count + i] ?? bytes.length;
    const y = Math.floor(i / across) * h;
    const length = lengths[plane * count + i] ?? bytes.length;
    return {
      x: (i % across) * w,
      y,
      width: w,
      height: isTiled ? h : Math.min(h, height - y),
      packed: bytes.subarray(at, at + length),
    };
  });
}

const COMPRESSION = { none: 1, rows: 2, t4: 3, t6: 4, lzw: 5, deflate: 8, oldDeflate: 32946, packBits: 32773 };

/** Whether `unpack` knows the page's compression. */
export const isKnown = (compression: number) => Object.values(COMPRESSION).includes(compression);

/**
 * @param size bytes of the block's rows: no more are made
 * @returns the rows, and false where they are known to break off
 */
export function unpack(
  { packed, width, height }: Block,
  page: Directory,
  size: number,
  platform?: PlatformInflate,
): { data: Uint8Array; whole: boolean } {
  const compression = page.one(TAG.compression, 1);
  const source = page.one(TAG.fillOrder, 1) === 2 ? packed.map((byte) => REVERSED[byte]!) : packed;
  const options = page.one(TAG.faxOptions, 0);
  const fax = (kind: FaxKind['kind']) => unpackFax(source, { kind }, width, height);
  switch (compression) {
    case COMPRESSION.rows:
      return fax('rows');
    case COMPRESSION.t4:
      return fax(options & 1 ? 'mixed' : 'lines');
    case COMPRESSION.t6:
      return fax('t6');
    case COMPRESSION.lzw:
      return { data: unpackTiffLzw(source, size), whole: true };
    case COMPRESSION.packBits:
      return { data: unpackBits(source, size), whole: true };
    case COMPRESSION.deflate:
    case COMPRESSION.oldDeflate:
      return inflated(source.subarray(2), size, platform);
    default: {
      const data = new Uint8Array(size);
      data.set(source.subarray(0, size));
      return { data, whole: source.length >= size };
    }
  }
}

function inflated(
  deflated: Uint8Array,
  size: number,
  platform?: PlatformInflate,
): { data: Uint8Array; whole: boolean } {
  const data = new Uint8Array(size);
  let at = 0;
  const take = (portion: Uint8Array) => {
    data.set(portion.subarray(0, size - at), at);
    at += portion.length;
    return at < size;
  };
  inflate([deflated], size, take, platform);
  return { data, whole: at >= size };
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) => {
  let reversed = 0;
  for (let i = 0; i < 8; i++) reversed |= ((byte >> i) & 1) << (7 - i);
  return reversed;
});
