/**
 * A page of a TIFF file (TIFF 6.0) to luminance: bilevel, gray, palette, RGB or CMYK; all
 * compressions that scanners write.
 */
import { fault } from '../../../../protocol/errors';
import { joinBytes } from '../../../../text/joinBytes';
import { readJpeg } from '../../../jpeg';
import { type Gray, grayFromRgba } from '../../gray';
import type { PlatformInflate } from '../inflate';
import { frameHeader } from '../jpeg/frameHeader';
import { readJpegLuma } from '../jpeg/readJpegLuma';
import { orDamaged } from '../orDamaged';
import { type Block, blocksOf, damaged, isKnown, unpack } from './blocks';
import { type Directory, directoriesOf, TAG } from './directories';
import { sampleReader, samplesOf, undoPredictor } from './samples';

const OLD_JPEG = 6;
const JPEG = 7;
/**
 * Of a page's colours: a JPEG file itself does not say that its components are red, green and blue.
 */
const RGB = 2;
const START = Uint8Array.of(0xff, 0xd8);
/**
 * Adobe's segment that says the components are not transformed; a later one of the file itself
 * counts.
 */
const NO_TRANSFORM = Uint8Array.of(0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0);
/** What a block may take of memory while it is unpacked, bytes. */
const MAX_BLOCK = 336_000_000;

/** @throws fault `picture-damaged` */
export const tiffPages = (bytes: Uint8Array): Directory[] => orDamaged('tiff', () => directoriesOf(bytes));

/**
 * @param page one whose size the caller has allowed
 * @throws fault `picture-damaged`; `picture-kind-unread` for a compression or colour space that is
 * not known
 */
export const readTiffPage = (bytes: Uint8Array, page: Directory, platform?: PlatformInflate): TiffLuma =>
  orDamaged('tiff', () => readPage(bytes, page, platform));

interface TiffLuma {
  grays: [Gray];
  whole: boolean;
}

function readPage(bytes: Uint8Array, page: Directory, platform?: PlatformInflate): TiffLuma {
  const [width, height] = [page.one(TAG.width, 0), page.one(TAG.height, 0)];
  const gray: Gray = { data: new Uint8Array(width * height).fill(255), width, height };
  const compression = page.one(TAG.compression, 1);
  const paint =
    compression === JPEG || compression === OLD_JPEG ? jpegPainter(bytes, page) : samplePainter(bytes, page, platform);
  let whole = true;
  for (const block of paint.blocks) whole = paint.paint(block, gray) && whole;
  return { grays: [gray], whole: whole && paint.blocks.length > 0 };
}

interface Painter {
  blocks: Block[];
  /** @returns false when the block breaks off */
  paint(block: Block, into: Gray): boolean;
}

function samplePainter(bytes: Uint8Array, page: Directory, platform?: PlatformInflate): Painter {
  const compression = page.one(TAG.compression, 1);
  const samples = samplesOf(page);
  if (!samples || !isKnown(compression)) {
    throw fault('picture-kind-unread', {
      type: `TIFF (${compression}, ${page.one(TAG.photometric, 0)}, ${page.one(TAG.bits, 1)})`,
    });
  }
  const { depth, count, luma } = samples;
  const isPredicted = page.one(TAG.predictor, 1) === 2 && depth >= 8;
  return {
    blocks: blocksOf(bytes, page, samples.plane),
    paint(block, into) {
      const rowBytes = Math.ceil((block.width * depth * count) / 8);
      if (rowBytes * block.height > MAX_BLOCK) throw damaged();
      const { data, whole } = unpack(block, page, rowBytes * block.height, platform);
      if (isPredicted) undoPredictor(data, rowBytes, samples, page.little);
      const read = sampleReader(data, depth, page.little, page.one(TAG.photometric, 0) === 3);
      const columns = Math.min(block.width, into.width - block.x);
      for (let y = 0; y < Math.min(block.height, into.height - block.y); y++) {
        let first = 0;
        const at = (sample: number) => read(y * rowBytes, first + sample);
        const to = (block.y + y) * into.width + block.x;
        for (let x = 0; x < columns; x++, first += count) into.data[to + x] = luma(at);
      }
      return whole;
    },
  };
}

/**
 * Each block is a JPEG file, whose tables may stand apart; of the old kind the page is one, or what
 * the offset says is.
 */
function jpegPainter(bytes: Uint8Array, page: Directory): Painter {
  const tables = Uint8Array.from(page.all(TAG.jpegTables)).subarray(2, -2);
  const isRgb = page.one(TAG.photometric, 0) === RGB;
  const offset = page.one(TAG.jpegOffset, 0);
  const blocks = blocksOf(bytes, page, 0);
  const isOne = page.one(TAG.compression, 1) === OLD_JPEG && bytes[offset] === 0xff && bytes[offset + 1] === 0xd8;
  const [width, height] = [page.one(TAG.width, 0), page.one(TAG.height, 0)];
  const whole = { x: 0, y: 0, width, height, packed: bytes.subarray(offset) };
  return {
    blocks: isOne ? [whole] : blocks,
    paint(block, into) {
      const file = joinBytes([START, isRgb ? NO_TRANSFORM : tables.subarray(0, 0), tables, block.packed.subarray(2)]);
      const size = frameHeader(file);
      if (!size || size.width > block.width + 16 || size.height > block.height + 16) throw damaged();
      const read = readJpegLuma(file, size) ?? { grays: [lumaOfJpeg(file, size)], whole: true };
      copy(read.grays[0], into, block);
      return read.whole;
    },
  };
}

function lumaOfJpeg(file: Uint8Array, size: { width: number; height: number }): Gray {
  const { data, width, height } = readJpeg(file, size);
  return grayFromRgba(data, width, height);
}

function copy(from: Gray, into: Gray, { x, y }: Block): void {
  const columns = Math.min(from.width, into.width - x);
  for (let row = 0; row < Math.min(from.height, into.height - y); row++) {
    into.data.set(from.data.subarray(row * from.width, row * from.width + columns), (y + row) * into.width + x);
  }
}
