/**
 * The parts of a PNG file that its pixels need (ISO/IEC 15948 §11), taken as far as the file goes.
 */

export interface PngParts {
  width: number;
  height: number;
  /** Bits a sample: 1, 2, 4, 8 or 16. */
  depth: number;
  colour: 0 | 2 | 3 | 4 | 6;
  /** Bits of all samples of a pixel. */
  pixelBits: number;
  interlaced: boolean;
  /** Red, green, blue of each palette index. */
  palette: Uint8Array;
  /** The content of tRNS; empty when there is none. */
  transparency: Uint8Array;
  /** Raw deflate data: the content of the IDAT chunks without zlib's head. */
  deflated: Uint8Array[];
}

const IDAT = 0x49444154;
const PLTE = 0x504c5445;
const TRNS = 0x74524e53;
const IEND = 0x49454e44;

/** Samples of a pixel of each colour type. */
const SAMPLES = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Bits that a colour type allows (table 12). */
const depths: Record<number, readonly number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** @returns null when this is no PNG that the standard knows, or one without pixels */
export function pngParts(bytes: Uint8Array): PngParts | null {
  if (bytes.length < 33) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, colour, compression, filter, interlace] = bytes.subarray(24, 29) as unknown as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (!width || !height || !depths[colour]?.includes(depth) || compression || filter || interlace > 1) return null;
  const found = new Map<number, Uint8Array[]>();
  for (let at = 33; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = view.getUint32(at + 4);
    if (name === IEND) break;
    if (name === IDAT || name === PLTE || name === TRNS) {
      const list = found.get(name) ?? [];
      list.push(bytes.subarray(at + 8, at + 8 + length));
      found.set(name, list);
    }
    at += 12 + length;
  }
  const data = (found.get(IDAT) ?? []).filter(({ length }) => length);
  const palette = found.get(PLTE)?.[0] ?? new Uint8Array();
  if (colour === 3 && palette.length < 3) return null;
  const [first, second] = head(data);
  // A zlib stream: deflate (8), without a preset dictionary.
  if (first === undefined || second === undefined || (first & 15) !== 8 || second & 32) return null;
  const transparency = found.get(TRNS)?.[0] ?? new Uint8Array();
  return {
    width,
    height,
    depth,
    colour: colour as PngParts['colour'],
    pixelBits: SAMPLES[colour as PngParts['colour']] * depth,
    interlaced: interlace === 1,
    palette,
    transparency,
    deflated: data,
  };
}

/** Takes the first two bytes away. */
function head(parts: Uint8Array[]): (number | undefined)[] {
  return [0, 1].map(() => {
    const [byte] = parts[0] ?? [];
    if (parts[0]) parts[0] = parts[0].subarray(1);
    if (!parts[0]?.length) parts.shift();
    return byte;
  });
}
