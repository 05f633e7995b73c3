/**
 * Pictures of any size that hold nothing, in every format: as large in memory, and as slow to read
 * for their bytes, as we know how to make them.
 */
import { deflateSync } from 'node:zlib';
import type { PictureType } from '../../src/worker/qr/decode/pictureHeader';
import { writeJpeg } from '../../src/worker/qr/jpeg';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const u16 = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer);

/** A chunk of a PNG; nobody looks at the check value. */
function chunk(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, ascii(name), body, Buffer.alloc(4)]);
}

const be32 = (...values: number[]) => Buffer.concat(values.map((value) => Buffer.from(u32(value)).swap32()));
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
const END = chunk('IEND', Buffer.alloc(0));

/** RGBA of one colour: a thousand times its size. */
function png(side: number): Buffer {
  const header = chunk('IHDR', Buffer.concat([be32(side, side), Buffer.from([8, 6, 0, 0, 0])]));
  return Buffer.concat([SIGNATURE, header, chunk('IDAT', deflateSync(Buffer.alloc(side * (1 + 4 * side)))), END]);
}

/** Three frames of gray that shows through, so that each is kept on white and on black. */
function apng(side: number): Buffer {
  const data = deflateSync(Buffer.alloc(side * (1 + side)));
  const control = (sequence: number) =>
    chunk('fcTL', Buffer.concat([be32(sequence, side, side, 0, 0), Buffer.from([0, 1, 0, 1, 2, 1])]));
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', Buffer.concat([be32(side, side), Buffer.from([8, 0, 0, 0, 0])])),
    chunk('acTL', be32(3, 0)),
    chunk('tRNS', Buffer.from([0, 0])),
    control(0),
    chunk('IDAT', data),
    ...[1, 3].flatMap((sequence) => [control(sequence), chunk('fdAT', Buffer.concat([be32(sequence + 1), data]))]),
    END,
  ]);
}

/** Three pages that share their one strip, which is packed. */
function tiffPages(side: number): Buffer {
  const data = deflateSync(Buffer.alloc(side * side));
  const tags = [
    [256, side],
    [257, side],
    [258, 8],
    [259, 8],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, side],
    [279, data.length],
  ] as const;
  const first = 8 + data.length;
  const page = (next: number) =>
    Buffer.concat([
      u16(tags.length),
      ...tags.map(([tag, value]) => Buffer.concat([u16(tag, 4), u32(1, value)])),
      u32(next),
    ]);
  const size = page(0).length;
  return Buffer.concat([ascii('II*\0'), u32(first), data, page(first + size), page(first + 2 * size), page(0)]);
}

function bmp(side: number): Buffer {
  const pixels = Buffer.alloc(side * Math.ceil((side * 3) / 4) * 4);
  const head = Buffer.concat([ascii('BM'), u32(54 + pixels.length, 0, 54), u32(40, side, side), u16(1, 24)]);
  return Buffer.concat([head, u32(0, pixels.length, 2835, 2835, 0, 0), pixels]);
}

/** The dictionary is thrown away after every two pixels: codes of three bits, 4 clears, 0 is a pixel. */
function gif(side: number): Buffer {
  const bits = Buffer.alloc(Math.ceil((side * side * 9) / 16) + 8);
  // Eight times [4, 0, 0], the lowest bit first, in nine bytes.
  const period = Buffer.from([0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0x00, 0x01, 0x02]);
  for (let at = 0; at < bits.length; at++) bits[at] = period[at % 9]!;
  const blocks: Buffer[] = [];
  for (let at = 0; at < bits.length; at += 255) {
    const block = bits.subarray(at, at + 255);
    blocks.push(Buffer.from([block.length]), block);
  }
  const palette = Buffer.from([255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255, 0]);
  const frame = Buffer.concat([ascii(','), u16(0, 0, side, side), Buffer.from([0, 2])]);
  const screen = Buffer.concat([u16(side, side), Buffer.from([0x81, 0, 0])]);
  return Buffer.concat([ascii('GIF89a'), screen, palette, frame, ...blocks, Buffer.from([0, 0x3b])]);
}

function tiff(side: number): Buffer {
  const entry = (tag: number, value: number) => Buffer.concat([u16(tag, 4), u32(1, value)]);
  const tags: [number, number][] = [
    ...[256, 257].map((tag): [number, number] => [tag, side]),
    ...[
      [258, 8],
      [259, 1],
      [262, 1],
      [273, 8],
      [277, 1],
      [278, side],
      [279, side * side],
    ].map(([tag, value]) => [tag!, value!] as [number, number]),
  ];
  const directory = Buffer.concat([u16(tags.length), ...tags.map(([tag, value]) => entry(tag, value)), u32(0)]);
  return Buffer.concat([ascii('II'), u16(42), u32(8 + side * side), Buffer.alloc(side * side, 255), directory]);
}

/** VP8L of one colour: each of its five codes has one symbol, so that no pixel takes a bit. */
function webp(side: number): Buffer {
  let bits = 0n;
  let at = 0n;
  const put = (value: number, width: number) => {
    bits |= BigInt(value) << at;
    at += BigInt(width);
  };
  put(side - 1, 14);
  put(side - 1, 14);
  put(1, 1);
  put(0, 3);
  // No transform, no cache, no codes of codes; then five simple codes of the symbol 0.
  put(0, 3);
  for (let i = 0; i < 5; i++) put(1, 4);
  const data = Buffer.alloc(16);
  data[0] = 0x2f;
  for (let i = 1; i < data.length; i++, bits >>= 8n) data[i] = Number(bits & 255n);
  return Buffer.concat([ascii('RIFF'), u32(12 + data.length), ascii('WEBPVP8L'), u32(data.length), data]);
}

/** An icon says of a picture that it has 256 pixels; the picture itself may be of any size. */
function ico(side: number): Buffer {
  const file = bmp(side);
  // Without the file's own head; the height counts the mask, too, which stands behind the rows.
  const picture = Buffer.concat([file.subarray(14), Buffer.alloc(Math.ceil(side / 32) * 4 * side)]);
  picture.writeInt32LE(2 * side, 8);
  const entry = Buffer.concat([Buffer.from([0, 0, 0, 0]), u16(1, 24), u32(picture.length, 22)]);
  return Buffer.concat([u16(0, 1, 1), entry, picture]);
}

/** Small files that hold several pictures. */
export const manyPictures: Record<'png' | 'tiff', (side: number) => Uint8Array> = { png: apng, tiff: tiffPages };

/** By the ending of its name. */
export const largePictures: Record<PictureType | 'ico', (side: number) => Uint8Array> = {
  ico,
  png,
  bmp,
  gif,
  tiff,
  webp,
  jpeg: (side) =>
    writeJpeg(
      new Uint8Array(side * side).map((_, i) => (i * 2_654_435_761) >>> 24),
      side,
      side,
      90,
    ),
};
