/** Zip files (APPNOTE 6.3), without zip64. */
import type { ZipEntry } from '../../../../zip/zipEntry';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Sizes stand before the data, not behind it. */
const DESCRIPTOR = 8;

/** In their order; parts are stored as they are given. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const add = (chunk: Uint8Array) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  const offsets = entries.map((entry) => {
    const offset = length;
    add(fields([4, LOCAL], ...shared(entry), [2, entry.nameBytes.length], [2, 0]));
    add(entry.nameBytes);
    add(entry.data);
    return offset;
  });
  const start = length;
  entries.forEach((entry, i) => {
    const { nameBytes, extra, comment, madeBy, internal, external } = entry;
    add(
      fields(
        [4, CENTRAL],
        [2, madeBy],
        ...shared(entry),
        [2, nameBytes.length],
        [2, extra.length],
        [2, comment.length],
        [2, 0],
        [2, internal],
        [4, external],
        [4, offsets[i]!],
      ),
    );
    for (const part of [nameBytes, extra, comment]) add(part);
  });
  const size = length - start;
  add(fields([4, END], [4, 0], [2, entries.length], [2, entries.length], [4, size], [4, start], [2, 0]));
  const file = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    file.set(chunk, at);
    at += chunk.length;
  }
  return file;
}

type Field = [bytes: 2 | 4, value: number];

const shared = ({ flags, method, time, crc, data, size }: ZipEntry): Field[] => [
  [2, VERSION],
  [2, flags & ~DESCRIPTOR],
  [2, method],
  [4, time],
  [4, crc],
  [4, data.length],
  [4, size],
];

/** Numbers in little-endian order. */
function fields(...all: Field[]): Uint8Array {
  const bytes = new Uint8Array(all.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of all) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}
