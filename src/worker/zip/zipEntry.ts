/** A part of a zip file. */
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
