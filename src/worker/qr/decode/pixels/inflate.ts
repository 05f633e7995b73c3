/**
 * Deflated data to bytes of a known size, and bytes to deflated data: the only file that knows
 * fflate.
 */
import { Inflate, inflateSync, zlibSync } from 'fflate';
import { joinBytes } from '../../../text/joinBytes';

/**
 * A faster inflate of the platform (zlib of Node), for raw deflate data.
 * @param size how many bytes are wanted; more may be refused
 * @returns undefined for data that breaks off, is wrong or gives more: it is then read here, as far
 * as it goes
 */
export type PlatformInflate = (deflated: Uint8Array, size: number) => Uint8Array | undefined;

/** What bytes are that the data does not tell: no row of a PNG begins with it. */
const MISSING = 255;
/**
 * Up to so many bytes are inflated at once, which is faster and loses nothing before the place
 * where data is wrong.
 */
const AT_ONCE = 160 * 1024 * 1024;
/**
 * Deflated bytes at a time of more than that, or of what the platform leaves: each may become a
 * thousand.
 */
const STEP = 16_384;

/**
 * Inflates raw deflate data (RFC 1951). Memory is bounded whatever the data claims: `atOnce` bytes
 * or a thousand times STEP.
 * @param parts the data, in any number of parts
 * @param size how many bytes there should be: no more are given
 * @param take is given them in order, in portions of any length; it says whether it wants more.
 * Bytes after the place where the data breaks off or is wrong are left out or MISSING.
 */
export function inflate(
  parts: readonly Uint8Array[],
  size: number,
  take: (portion: Uint8Array) => boolean,
  platform?: PlatformInflate,
  atOnce = AT_ONCE,
): void {
  if (size <= atOnce) take(inflateAtOnce(parts.length === 1 ? parts[0]! : joinBytes(parts), size, platform));
  else inflateInSteps(parts, size, take);
}

function inflateAtOnce(deflated: Uint8Array, size: number, platform?: PlatformInflate): Uint8Array {
  const whole = platform?.(deflated, size);
  if (whole?.length === size) return whole;
  const out = new Uint8Array(size).fill(MISSING);
  let at = 0;
  const isSound = inflateInSteps([deflated], size, (portion) => {
    out.set(portion, at);
    at += portion.length;
    return at < size;
  });
  if (isSound) return out;
  try {
    // In one go nothing is lost before the place where data is wrong, which is near: the steps have
    // come as far.
    inflateSync(deflated, { out });
  } catch {
    // What was written before the error stays.
  }
  return out;
}

/**
 * Stops when nothing more is wanted, whatever else the data would become. @returns false when the
 * data is wrong somewhere before
 */
function inflateInSteps(parts: readonly Uint8Array[], size: number, take: (portion: Uint8Array) => boolean): boolean {
  let left = size;
  const stream = new Inflate((portion) => {
    const wanted = portion.subarray(0, left);
    left = take(wanted) ? left - wanted.length : 0;
  });
  try {
    for (const part of parts)
      for (let at = 0; at < part.length && left > 0; at += STEP) stream.push(part.subarray(at, at + STEP));
    return true;
  } catch {
    return false;
  }
}

/** Bytes as a zlib stream (RFC 1950); equal bytes give equal streams. */
export const deflate = (bytes: Uint8Array): Uint8Array => zlibSync(bytes);
