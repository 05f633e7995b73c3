/**
 * The data codewords of a symbol to its segments, with all that tells a true stream from noise
 * (ISO/IEC 18004:2024 §7.4).
 */

export interface Chunk {
  mode: 'numeric' | 'alphanumeric' | 'byte' | 'kanji' | 'hanzi';
  /**
   * What the chunk says: ASCII digits and letters, raw bytes, Shift_JIS of kanji, GB 2312 of hanzi.
   */
  bytes: Uint8Array;
  /** ECI designator in force, if any. */
  eci?: number;
}

export interface Stream {
  chunks: Chunk[];
  part?: { index: number; count: number; parity: number };
  /** FNC1 in first position (GS1) or second position (industry). */
  fnc1?: 1 | 2;
  /** Zero bits to the next byte, then 0xEC and 0x11 in turn up to the end, as the standard asks. */
  cleanPadding: boolean;
}

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Bits of the character count of a mode in versions 1-9, 10-26, 27-40 (§7.4.1, table 3). */
const COUNT_BITS = {
  numeric: [10, 12, 14],
  alphanumeric: [9, 11, 13],
  byte: [8, 16, 16],
  kanji: [8, 10, 12],
  hanzi: [8, 10, 12],
} as const;

class Malformed extends Error {}

/**
 * Null when the stream cannot be: an unknown mode, a count beyond the end, a value out of range.
 */
export function parseSegments(data: Uint8Array, version: number): Stream | null {
  try {
    return parse(data, version);
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

function parse(data: Uint8Array, version: number): Stream {
  const end = data.length * 8;
  let at = 0;
  const take = (count: number): number => {
    if (at + count > end) throw new Malformed();
    let value = 0;
    for (let i = 0; i < count; i++, at++) value = (value << 1) | ((data[at >> 3]! >> (7 - (at & 7))) & 1);
    return value;
  };
  const below = (value: number, limit: number): number => {
    if (value >= limit) throw new Malformed();
    return value;
  };
  const countOf = (mode: keyof typeof COUNT_BITS) => take(COUNT_BITS[mode][version < 10 ? 0 : version < 27 ? 1 : 2]!);
  const stream: Stream = { chunks: [], cleanPadding: true };
  let eci: number | undefined;
  const add = (mode: Chunk['mode'], bytes: Uint8Array) =>
    stream.chunks.push({ mode, bytes, ...(eci !== undefined && { eci }) });

  const modes: Record<number, () => void> = {
    1: () => add('numeric', digits(countOf('numeric'), take, below)),
    2: () => add('alphanumeric', letters(countOf('alphanumeric'), take, below, stream.fnc1 !== undefined)),
    3: () => {
      stream.part = { index: take(4), count: take(4) + 1, parity: take(8) };
    },
    4: () => {
      const bytes = new Uint8Array(below(countOf('byte'), ((end - at) >> 3) + 1));
      for (let i = 0; i < bytes.length; i++) bytes[i] = take(8);
      add('byte', bytes);
    },
    5: () => {
      stream.fnc1 = 1;
    },
    7: () => {
      const first = take(8);
      eci =
        first < 128
          ? first
          : first < 192
            ? ((first & 63) << 8) | take(8)
            : first < 224
              ? ((first & 31) << 16) | take(16)
              : below(1, 0);
    },
    8: () =>
      add(
        'kanji',
        pairs(countOf('kanji'), take, (v) => twoBytes(v, 0xc0, 0x1f00, 0x8140, 0xc140)),
      ),
    9: () => {
      stream.fnc1 = 2;
      take(8);
    },
    13: () => {
      below(take(4) - 1, 1);
      add(
        'hanzi',
        pairs(countOf('hanzi'), take, (v) => twoBytes(v, 0x60, 0x0a00, 0xa1a1, 0xa6a1)),
      );
    },
  };
  while (end - at >= 4) {
    const mode = take(4);
    if (mode === 0) break;
    const read = modes[mode];
    if (!read) throw new Malformed();
    read();
  }
  stream.cleanPadding = isPadding(data, at);
  return stream;
}

type Take = (bits: number) => number;
type Below = (value: number, limit: number) => number;

function digits(count: number, take: Take, below: Below): Uint8Array {
  let text = '';
  for (let left = count; left > 0; left -= 3) {
    const size = Math.min(3, left);
    text += String(below(take(3 * size + 1), 10 ** size)).padStart(size, '0');
  }
  return asciiBytes(text);
}

/** With FNC1 a % means the separator GS, and %% means % (§7.4.8.2). */
function letters(count: number, take: Take, below: Below, fnc1: boolean): Uint8Array {
  let text = '';
  for (let left = count; left > 0; left -= 2) {
    const value = left > 1 ? below(take(11), 45 * 45) : below(take(6), 45);
    text += left > 1 ? ALPHANUMERIC[Math.floor(value / 45)]! + ALPHANUMERIC[value % 45]! : ALPHANUMERIC[value]!;
  }
  return asciiBytes(fnc1 ? text.replace(/%%?/g, (found) => (found === '%%' ? '%' : '\x1d')) : text);
}

/** Undoes the compaction of a 13-bit character to the two bytes of its character set (§7.4.6). */
function twoBytes(value: number, base: number, bound: number, low: number, high: number): number {
  const wide = (Math.floor(value / base) << 8) | (value % base);
  return wide + (wide < bound ? low : high);
}

function pairs(count: number, take: Take, code: (value: number) => number): Uint8Array {
  const bytes = new Uint8Array(2 * count);
  for (let i = 0; i < count; i++) {
    const value = code(take(13));
    bytes[2 * i] = value >> 8;
    bytes[2 * i + 1] = value;
  }
  return bytes;
}

const asciiBytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

function isPadding(data: Uint8Array, from: number): boolean {
  const first = (from + 7) >> 3;
  if (from & 7 && data[from >> 3]! & (0xff >> (from & 7))) return false;
  for (let i = first; i < data.length; i++) if (data[i] !== ((i - first) % 2 ? 0x11 : 0xec)) return false;
  return true;
}
