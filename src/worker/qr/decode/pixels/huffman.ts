/** Huffman codes and the bit stream of JPEG scans (ITU-T T.81 annex F.2). */

const LOOK_BITS = 9;

export interface HuffmanTable {
  /** By the next LOOK_BITS bits: length * 256 + symbol, 0 for longer codes. */
  look: Uint16Array;
  /** Per length: first code of the next length up (exclusive bound), and what to add to a code for its place in `symbols`. */
  bound: Int32Array;
  offset: Int32Array;
  symbols: Uint8Array;
}

/** @param counts how many codes there are of each length 1 to 16 */
export function huffmanTable(counts: Uint8Array, symbols: Uint8Array): HuffmanTable {
  const table: HuffmanTable = { look: new Uint16Array(1 << LOOK_BITS), bound: new Int32Array(17), offset: new Int32Array(17), symbols };
  let code = 0;
  let at = 0;
  for (let length = 1; length <= 16; length++) {
    table.offset[length] = at - code;
    for (let i = 0; i < counts[length - 1]!; i++, code++, at++) {
      if (length > LOOK_BITS) continue;
      const first = code << (LOOK_BITS - length);
      table.look.fill((length << 8) | symbols[at]!, first, first + (1 << (LOOK_BITS - length)));
    }
    table.bound[length] = code;
    code <<= 1;
  }
  return table;
}

/** Where a scan's bits are read. Bits past a marker or the end are 0. */
export interface BitStream {
  data: Uint8Array;
  at: number;
  /** The last `count` bits of `bits` are not used up yet. */
  bits: number;
  count: number;
  /** Zero bits that were made up: more than 64 mean that the data has ended. */
  invented: number;
}

export class BadCode extends Error {}

/** Brings the count to 25 at least. */
function fill(s: BitStream): void {
  while (s.count <= 24) {
    let byte = s.data[s.at];
    if (byte === 0xff) {
      if (s.data[s.at + 1] === 0) s.at += 2;
      else byte = undefined;
    } else if (byte !== undefined) s.at++;
    if (byte === undefined) {
      s.invented += 8;
      byte = 0;
    }
    s.bits = (s.bits << 8) | byte;
    s.count += 8;
  }
}

function nextSymbol(s: BitStream, table: HuffmanTable): number {
  if (s.count < 16) fill(s);
  const found = table.look[(s.bits >>> (s.count - LOOK_BITS)) & ((1 << LOOK_BITS) - 1)]!;
  if (found) {
    s.count -= found >> 8;
    return found & 255;
  }
  for (let length = LOOK_BITS + 1; length <= 16; length++) {
    const code = (s.bits >>> (s.count - length)) & ((1 << length) - 1);
    if (code >= table.bound[length]!) continue;
    s.count -= length;
    return table.symbols[code + table.offset[length]!]!;
  }
  throw new BadCode();
}

/** A number of so many bits; the lower half of the range means negative values. */
function receive(s: BitStream, size: number): number {
  if (s.count < size) fill(s);
  s.count -= size;
  const value = (s.bits >>> s.count) & ((1 << size) - 1);
  return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}

/** Order in which coefficients are stored (T.81 figure 5). */
export const ZIGZAG = Uint8Array.from([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57,
  50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
]);

/** The difference of the DC coefficient of the next block. */
export function readDc(s: BitStream, table: HuffmanTable): number {
  const size = nextSymbol(s, table);
  if (size > 15) throw new BadCode();
  return size ? receive(s, size) : 0;
}

/** The AC coefficients of the next block, dequantised into `block`; true when there was any. */
export function readAc(s: BitStream, table: HuffmanTable, quantisation: Float32Array, block: Float32Array): boolean {
  let any = false;
  for (let k = 1; k < 64; k++) {
    const symbol = nextSymbol(s, table);
    const size = symbol & 15;
    if (!size) {
      if (symbol !== 0xf0) break;
      k += 15;
      continue;
    }
    k += symbol >> 4;
    if (k > 63) throw new BadCode();
    const at = ZIGZAG[k]!;
    block[at] = receive(s, size) * quantisation[at]!;
    any = true;
  }
  return any;
}

/** Passes over the AC coefficients of a block that is not wanted. */
export function skipAc(s: BitStream, table: HuffmanTable): void {
  for (let k = 1; k < 64; k++) {
    const symbol = nextSymbol(s, table);
    const size = symbol & 15;
    if (!size) {
      if (symbol !== 0xf0) return;
      k += 15;
      continue;
    }
    k += symbol >> 4;
    if (s.count < size) fill(s);
    s.count -= size;
  }
}
