/** The directories of a TIFF file (TIFF 6.0 §2), one a page. */

/** Tags that are asked for. */
export const TAG = {
  subfile: 254,
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  stripOffsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  stripLengths: 279,
  planar: 284,
  faxOptions: 292,
  predictor: 317,
  palette: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileLengths: 325,
  extra: 338,
  format: 339,
  jpegTables: 347,
  jpegOffset: 513,
  jpegLength: 514,
} as const;

export interface Directory {
  /** The file's byte order. */
  little: boolean;
  /** Numbers of a tag; empty when it is not there. */
  all(tag: number): readonly number[];
  one(tag: number, otherwise: number): number;
}

/** More directories than that are not looked for, nor more numbers of one tag. */
const MAX_DIRECTORIES = 1000;
const MAX_NUMBERS = 1_000_000;
const SIZES: Record<number, number> = { 1: 1, 3: 2, 4: 4, 6: 1, 7: 1, 8: 2, 9: 4 };

/** @throws RangeError when the first directory is cut off; a later one ends the list */
export function directoriesOf(bytes: Uint8Array): Directory[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const found: Directory[] = [];
  const seen = new Set<number>();
  for (let at = view.getUint32(4, little); at && !seen.has(at) && found.length < MAX_DIRECTORIES; ) {
    seen.add(at);
    try {
      const { directory, next } = readDirectory(view, at, little);
      found.push(directory);
      at = next;
    } catch (error) {
      if (!found.length) throw error;
      break;
    }
  }
  // Small copies of a page (subfile type 1) say nothing new.
  const pages = found.filter((directory) => !(directory.one(TAG.subfile, 0) & 1));
  return pages.length ? pages : found;
}

function readDirectory(view: DataView, at: number, little: boolean): { directory: Directory; next: number } {
  const count = view.getUint16(at, little);
  const entries = new Map<number, number>();
  for (let i = 0, entry = at + 2; i < count; i++, entry += 12) entries.set(view.getUint16(entry, little), entry);
  const known = new Map<number, readonly number[]>();
  const all = (tag: number): readonly number[] => {
    const entry = entries.get(tag);
    if (entry === undefined) return [];
    let numbers = known.get(tag);
    if (!numbers) known.set(tag, (numbers = readNumbers(view, entry, little)));
    return numbers;
  };
  const end = at + 2 + 12 * count;
  const directory = { little, all, one: (tag: number, otherwise: number) => all(tag)[0] ?? otherwise };
  return { directory, next: end + 4 <= view.byteLength ? view.getUint32(end, little) : 0 };
}

function readNumbers(view: DataView, entry: number, little: boolean): number[] {
  const size = SIZES[view.getUint16(entry + 2, little)];
  const count = view.getUint32(entry + 4, little);
  if (!size || count > MAX_NUMBERS) return [];
  const at = size * count <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
  const read = (i: number) =>
    size === 1
      ? view.getUint8(at + i)
      : size === 2
        ? view.getUint16(at + 2 * i, little)
        : view.getUint32(at + 4 * i, little);
  return Array.from({ length: count }, (_, i) => read(i));
}
