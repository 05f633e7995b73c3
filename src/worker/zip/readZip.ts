/** Reads zip files (APPNOTE 6.3) of somebody else: what they claim is checked, nothing is unpacked. */
import { fault } from '../protocol/errors';
import type { ZipEntry } from './zipEntry';

const END = 0x06054b50;
const END_BYTES = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
/** A workbook has some hundred. */
const MAX_ENTRIES = 10_000;
const ENCRYPTED = 1;
const METHODS = [0, 8];

/** @throws fault book-not-xlsx, book-damaged, book-too-large */
export function readZip(file: Uint8Array): ZipEntry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw fault('book-too-large');
  const start = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let stored = 0;
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_BYTES > end || view.getUint32(at, true) !== CENTRAL) throw fault('book-damaged');
    const u16 = (offset: number) => view.getUint16(at + offset, true);
    const u32 = (offset: number) => view.getUint32(at + offset, true);
    const [nameLength, extraLength, commentLength] = [u16(28), u16(30), u16(32)];
    const nameEnd = at + CENTRAL_BYTES + nameLength;
    const next = nameEnd + extraLength + commentLength;
    if (next > end) throw fault('book-damaged');
    const nameBytes = file.subarray(at + CENTRAL_BYTES, nameEnd);
    const name = new TextDecoder().decode(nameBytes);
    const flags = u16(8);
    const method = u16(10);
    if (flags & ENCRYPTED || !METHODS.includes(method)) throw fault('book-not-xlsx');
    const data = dataOf(file, view, u32(42), u32(20), start);
    // Parts that lie over one another would make much of little.
    stored += data.length;
    if (names.has(name) || stored > file.length) throw fault('book-damaged');
    names.add(name);
    entries.push({
      nameBytes,
      name,
      madeBy: u16(4),
      flags,
      method,
      time: u32(12),
      crc: u32(16),
      data,
      size: u32(24),
      extra: file.subarray(nameEnd, nameEnd + extraLength),
      comment: file.subarray(nameEnd + extraLength, next),
      internal: u16(36),
      external: u32(38),
    });
    at = next;
  }
  return entries;
}

/** Where the last record begins; behind it a comment may stand. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === END) return at;
  throw fault('book-not-xlsx');
}

function dataOf(file: Uint8Array, view: DataView, offset: number, length: number, limit: number): Uint8Array {
  if (offset + LOCAL_BYTES > limit || view.getUint32(offset, true) !== LOCAL) throw fault('book-damaged');
  const from = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + length > limit) throw fault('book-damaged');
  return file.subarray(from, from + length);
}
