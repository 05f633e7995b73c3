/** The frames of a GIF, and the first of them to rows of RGBA. */
import { fault } from '../../../protocol/errors';
import type { RgbaRows } from './rgbaRows';

/** Pixels that a frame may have although the file's own size has fewer. */
const MAX_FRAME = 4_000_000;

const damaged = () => fault('picture-damaged', { type: 'GIF' });

/** A frame as the file has it; its indexes are unpacked when they are asked for. */
export interface GifFrame {
  left: number;
  top: number;
  width: number;
  height: number;
  /** Index of what is see-through; -1 for none. */
  transparent: number;
  /** What becomes of it before the next (GIF89a §23): 2 cleared, 3 what was there before. */
  disposal: number;
  /** Red, green, blue of each index. */
  table: Uint8Array;
  unpack(): { indexes: Uint8Array; whole: boolean; lines?: Int32Array };
}

/**
 * The frames in order, as far as the file goes.
 * @throws fault `picture-damaged` or RangeError where the file breaks off or is wrong
 */
export function* gifFrames(bytes: Uint8Array): Generator<GifFrame> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const area = view.getUint16(6, true) * view.getUint16(8, true);
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);
  let at = 13 + tableBytes(view.getUint8(10));
  const globalTable = bytes.subarray(13, at);
  let transparent = -1;
  let disposal = 0;
  for (;;) {
    const block = view.getUint8(at++);
    if (block === 0x3b) return;
    if (block === 0x21) {
      if (view.getUint8(at) === 0xf9) {
        disposal = (view.getUint8(at + 2) >> 2) & 7;
        transparent = view.getUint8(at + 2) & 1 ? view.getUint8(at + 5) : -1;
      }
      at = skipBlocks(view, at + 1);
      continue;
    }
    if (block !== 0x2c) throw damaged();
    const [left, top, width, height] = [0, 2, 4, 6].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
      number,
    ];
    const flags = view.getUint8(at + 8);
    at += 9;
    const table = flags & 0x80 ? bytes.subarray(at, at + tableBytes(flags)) : globalTable;
    at += tableBytes(flags);
    if (width * height > MAX_FRAME && width * height > area) throw damaged();
    const data = at;
    const unpack = () => ({
      ...unpackLzw(joinBlocks(bytes, view, data + 1), view.getUint8(data), width * height),
      ...(flags & 0x40 && { lines: interlacedLines(height) }),
    });
    yield { left, top, width, height, transparent, disposal, table, unpack };
    at = skipBlocks(view, at + 1);
    transparent = -1;
    disposal = 0;
  }
}

/**
 * Reads the first frame, laid on the file's own canvas; whatever it does not cover is see-through.
 * @throws fault `picture-damaged` or RangeError, its rows too
 */
export function readGif(bytes: Uint8Array): RgbaRows {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint16(6, true);
  const height = view.getUint16(8, true);
  const [frame] = gifFrames(bytes);
  if (!frame) throw damaged();
  const { left, top, width: w, height: h, transparent, table } = frame;
  const { indexes, whole, lines } = frame.unpack();
  const readRow: RgbaRows['readRow'] = (y, out) => {
    out.fill(0);
    if (y < top || y >= top + h) return;
    const line = lines ? lines[y - top]! : y - top;
    for (let i = 0; i < w && left + i < width; i++) {
      const index = indexes[line * w + i]!;
      if (index === transparent) continue;
      out.set(table.subarray(index * 3, index * 3 + 3), (left + i) * 4);
      out[(left + i) * 4 + 3] = 255;
    }
  };
  return { width, height, whole, readRow };
}

function skipBlocks(view: DataView, at: number): number {
  let next = at;
  for (let size = view.getUint8(next++); size; size = view.getUint8(next++)) next += size;
  return next;
}

function joinBlocks(bytes: Uint8Array, view: DataView, at: number): Uint8Array {
  const end = Math.min(skipBlocksLenient(view, at), bytes.length);
  const out = new Uint8Array(end - at);
  let length = 0;
  for (let p = at; p < end && bytes[p]; p += 1 + bytes[p]!) {
    const block = bytes.subarray(p + 1, Math.min(end, p + 1 + bytes[p]!));
    out.set(block, length);
    length += block.length;
  }
  return out.subarray(0, length);
}

/**
 * As skipBlocks, but a file that is cut off ends the data instead of throwing: what is there is
 * read.
 */
function skipBlocksLenient(view: DataView, at: number): number {
  let next = at;
  while (next < view.byteLength && view.getUint8(next)) next += 1 + view.getUint8(next);
  return next + 1;
}

/** Which of the stored rows each row of an interlaced frame is. */
function interlacedLines(h: number): Int32Array {
  const lines = new Int32Array(h);
  let line = 0;
  for (const [start, step] of [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ] as const)
    for (let y = start; y < h; y += step) lines[y] = line++;
  return lines;
}

/** GIF's variable-length LZW; at most `count` indexes. */
function unpackLzw(codes: Uint8Array, minBits: number, count: number): { indexes: Uint8Array; whole: boolean } {
  if (minBits < 1 || minBits > 11) throw damaged();
  const out = new Uint8Array(count);
  const prefix = new Uint16Array(4096);
  const suffix = new Uint8Array(4096);
  const length = new Uint16Array(4096);
  const clear = 1 << minBits;
  for (let i = 0; i < clear; i++) {
    suffix[i] = i;
    length[i] = 1;
  }
  let bits = minBits + 1;
  let next = clear + 2;
  let previous = -1;
  let written = 0;
  let buffer = 0;
  let held = 0;
  /** Writes the string of a code at the end of the output and gives its first index. */
  const emit = (code: number): number => {
    const size = length[code]!;
    let c = code;
    for (let i = size - 1; i >= 0; i--) {
      if (written + i < count) out[written + i] = suffix[c]!;
      if (i) c = prefix[c]!;
    }
    written += size;
    return suffix[c]!;
  };
  for (let at = 0; written < count; ) {
    while (held < bits && at < codes.length) {
      buffer |= codes[at++]! << held;
      held += 8;
    }
    if (held < bits) break;
    const code = buffer & ((1 << bits) - 1);
    buffer >>>= bits;
    held -= bits;
    if (code === clear) {
      bits = minBits + 1;
      next = clear + 2;
      previous = -1;
      continue;
    }
    if (code === clear + 1) break;
    if (previous < 0) {
      if (code >= clear) throw damaged();
      emit(code);
    } else {
      if (code > next) throw damaged();
      const known = code < next;
      const start = written;
      const first = known ? emit(code) : emit(previous);
      if (!known && written < count) out[written++] = first;
      if (next < 4096) {
        prefix[next] = previous;
        suffix[next] = known ? first : out[start]!;
        length[next] = length[previous]! + 1;
        if (++next === 1 << bits && bits < 12) bits++;
      }
    }
    previous = code;
  }
  return { indexes: out, whole: written >= count };
}
