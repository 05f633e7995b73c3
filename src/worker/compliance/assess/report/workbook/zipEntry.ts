/** A part of a zip file. */
import { crc32 } from './crc32';
import { deflate } from './zipDeflate';

export interface ZipEntry {
  /** As it stands in the file: UTF-8, or the code page of its maker. */
  nameBytes: Uint8Array;
  name: string;
  /** Version of the maker, as the file has it. */
  madeBy: number;
  flags: number;
  /** 0: stored; 8: deflate. */
  method: number;
  /** MS-DOS time and date. */
  time: number;
  crc: number;
  /** The part as it is stored. */
  data: Uint8Array;
  /** Of the part itself, as the file says. */
  size: number;
  /** Of the list of parts. */
  extra: Uint8Array;
  comment: Uint8Array;
  internal: number;
  external: number;
}

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
