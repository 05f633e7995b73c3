/**
 * PackBits (TIFF 6.0 §9): a count and bytes, or a count and one byte to repeat; what is missing
 * stays 0.
 */
export function unpackBits(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  for (let at = 0, to = 0; at < packed.length && to < size; ) {
    const count = packed[at++]!;
    if (count < 128) {
      out.set(packed.subarray(at, at + Math.min(count + 1, size - to)), to);
      at += count + 1;
      to += count + 1;
    } else if (count > 128) {
      out.fill(packed[at++] ?? 0, to, to + 257 - count);
      to += 257 - count;
    }
  }
  return out;
}
