/**
 * Cuts bytes into the numeric, alphanumeric and byte segments that need the fewest bits (dynamic
 * programming over all cuts).
 */
import { alphanumericValues, headerBits, type Segment } from './segments';

const modes = ['byte', 'alphanumeric', 'numeric'] as const;
const isDigit = (byte: number) => byte >= 48 && byte <= 57;

/**
 * Sixths of a bit a byte costs in each of `modes`: 8, 11/2 and 10/3 bits, so that all sums are
 * whole numbers.
 */
const sixths = [48, 33, 20] as const;
/** Bits that bytes take at least: each in its densest mode, without any header. */
export const leastBits = (bytes: Uint8Array): number =>
  bytes.reduce(
    (sum, byte) => sum + (isDigit(byte) ? sixths[2] : alphanumericValues[byte]! < 0 ? sixths[0] : sixths[1]),
    0,
  ) / 6;

/** Up to a whole bit. */
const rounded = (cost: number) => cost + 5 - ((cost + 5) % 6);
const impossible = 2 ** 30;

/**
 * The shortest segmentation of `bytes` for the header lengths of `version`'s class; of equally long
 * ones one with few segments. Bytes of a character beyond ASCII fit byte mode only, so no character
 * is ever cut.
 */
export function segmentBytes(bytes: Uint8Array, version: number): Segment[] {
  if (bytes.length === 0) return [];
  const { from, costs } = cheapestWays(bytes, version, impossible);
  return cut(bytes, from, costs.indexOf(Math.min(...costs)));
}

/** How many bytes from the start fit into `roomBits`. */
export const longestPrefix = (bytes: Uint8Array, version: number, roomBits: number): number =>
  cheapestWays(bytes, version, roomBits).length;

interface Ways {
  /** From which mode the byte i, written in mode m, was reached: at i * 3 + m. */
  from: Uint8Array;
  /** Sixths of the whole bits of all bytes that ended up in each mode. */
  costs: number[];
  /** Bytes before the room was used up. */
  length: number;
}

/**
 * Byte by byte, the cheapest way to have written everything so far with the last byte in each mode.
 */
function cheapestWays(bytes: Uint8Array, version: number, roomBits: number): Ways {
  const [byteHeader, alphanumericHeader, numericHeader] = modes.map((mode) => headerBits(mode, version) * 6) as [
    number,
    number,
    number,
  ];
  const from = new Uint8Array(bytes.length * 3);
  let [asByte, asAlphanumeric, asNumeric] = [byteHeader, alphanumericHeader, numericHeader];
  let length = 0;
  for (; length < bytes.length; length++) {
    const byte = bytes[length]!;
    const best = rounded(Math.min(asByte, asAlphanumeric, asNumeric));
    const mode = rounded(asByte) === best ? 0 : rounded(asAlphanumeric) === best ? 1 : 2;
    const at = length * 3;
    // Another mode's header is paid only after the first byte; before it, each way has paid its
    // own.
    const start = length > 0 ? best : impossible;
    from[at] = start + byteHeader < asByte ? mode : 0;
    asByte = Math.min(start + byteHeader, asByte) + sixths[0];
    from[at + 1] = start + alphanumericHeader < asAlphanumeric ? mode : 1;
    asAlphanumeric =
      alphanumericValues[byte]! < 0 ? impossible : Math.min(start + alphanumericHeader, asAlphanumeric) + sixths[1];
    from[at + 2] = start + numericHeader < asNumeric ? mode : 2;
    asNumeric = isDigit(byte) ? Math.min(start + numericHeader, asNumeric) + sixths[2] : impossible;
    if (Math.min(asByte, asAlphanumeric, asNumeric) > roomBits * 6) break;
  }
  return { from, costs: [rounded(asByte), rounded(asAlphanumeric), rounded(asNumeric)], length };
}

/** Walks the choices back from the last byte. */
function cut(bytes: Uint8Array, from: Uint8Array, lastMode: number): Segment[] {
  const segments: Segment[] = [];
  let mode = lastMode;
  let end = bytes.length;
  for (let i = bytes.length - 1; i >= 0; i--) {
    const before = from[i * 3 + mode]!;
    if (i > 0 && before === mode) continue;
    const data = bytes.subarray(i, end);
    segments.unshift({ mode: modes[mode]!, characters: data.length, data });
    mode = before;
    end = i;
  }
  return segments;
}
