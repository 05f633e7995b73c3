/**
 * TIFF's LZW (TIFF 6.0 §13): codes of 9 to 12 bits, high bits first, one code earlier than in GIF;
 * what is missing stays 0.
 */

const CLEAR = 256;
const END = 257;

export function unpackTiffLzw(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  /** Where the string of each code stands in the output, and how long it is. */
  const starts = new Int32Array(4097);
  const lengths = new Int32Array(4097);
  let bits = 9;
  let next = 258;
  let previous = -1;
  let to = 0;
  let buffer = 0;
  let held = 0;
  const copy = (from: number, length: number) => {
    for (let i = 0; i < length && to < size; i++) out[to++] = out[from + i]!;
  };
  for (let at = 0; to < size; ) {
    while (held < bits && at < packed.length) {
      buffer = ((buffer << 8) | packed[at++]!) & 0xffffff;
      held += 8;
    }
    if (held < bits) break;
    const code = (buffer >> (held - bits)) & ((1 << bits) - 1);
    held -= bits;
    if (code === END) break;
    if (code === CLEAR) {
      bits = 9;
      next = 258;
      previous = -1;
      continue;
    }
    if (code > 255 && (code > next || previous < 0)) break;
    const start = to;
    if (previous >= 0 && next < 4097) {
      // The new string is the one before and the first byte of this one: it stands in the output
      // already, or will in a moment.
      starts[next] = previous;
      lengths[next] = start - previous + 1;
      next++;
    }
    if (code < 256) out[to++] = code;
    else copy(starts[code]!, lengths[code]!);
    previous = start;
    if (next >= (1 << bits) - 1 && bits < 12) bits++;
  }
  return out;
}
