/** Makes the parts of a zip file. */
import type { ZipEntry } from '../../../../zip/zipEntry';
import { crc32 } from './crc32';
import { deflate } from './zipDeflate';

/** 1980-01-01: equal reports are equal files. */
const NO_TIME = 0x0021_0000;
const DEFLATE = 8;
/** 2.0, MS-DOS. */
const VERSION = 20;
const NOTHING = new Uint8Array();

/** @param name ASCII */
export function zipEntry(name: string, bytes: Uint8Array): ZipEntry {
  return {
    nameBytes: new TextEncoder().encode(name),
    name,
    madeBy: VERSION,
    flags: 0,
    method: DEFLATE,
    time: NO_TIME,
    crc: crc32(bytes),
    data: deflate(bytes),
    size: bytes.length,
    extra: NOTHING,
    comment: NOTHING,
    internal: 0,
    external: 0,
  };
}

/** The same part with other content. */
export const withContent = (entry: ZipEntry, bytes: Uint8Array): ZipEntry => ({
  ...entry,
  method: DEFLATE,
  crc: crc32(bytes),
  data: deflate(bytes),
  size: bytes.length,
});
