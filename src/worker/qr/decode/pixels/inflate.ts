/** Deflated data to bytes of a known size, and bytes to deflated data: the only file that knows fflate. */
import { inflateSync, zlibSync } from 'fflate';

/**
 * A faster inflate of the platform (zlib of Node), for raw deflate data.
 * @param size how many bytes are wanted; more may be refused
 * @returns undefined for data that breaks off, is wrong or gives more: it is then read here, as far as it goes
 */
export type PlatformInflate = (deflated: Uint8Array, size: number) => Uint8Array | undefined;

/** What bytes are that the data does not tell: no row of a PNG begins with it. */
const MISSING = 255;

/**
 * Raw deflate data (RFC 1951) to `size` bytes; those after the place where the data breaks off or is wrong are MISSING.
 * Memory is bounded by `size`, whatever the data claims.
 */
export function inflate(deflated: Uint8Array, size: number, platform?: PlatformInflate): Uint8Array {
  const whole = platform?.(deflated, size);
  if (whole?.length === size) return whole;
  const out = new Uint8Array(size).fill(MISSING);
  try {
    inflateSync(deflated, { out });
  } catch {
    // What was written before the error stays.
  }
  return out;
}

/** Bytes as a zlib stream (RFC 1950); equal bytes give equal streams. */
export const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes);
