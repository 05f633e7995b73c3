/** Deflate in JavaScript, where the platform has none or gives up: the only file that knows fflate. */
import { Inflate, inflateSync, zlibSync } from 'fflate';

/** What bytes are that the data does not tell: no row of a PNG begins with it. */
const MISSING = 255;
/** Deflated bytes at a time: each may become a thousand. */
const STEP = 16_384;

/**
 * All of it; bytes after the place where the data breaks off or is wrong are MISSING.
 * @param deflated raw deflate data
 * @param size of the result, whatever the data claims
 */
export function inflateAtOnce(deflated: Uint8Array, size: number): Uint8Array {
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
 * Stops when nothing more is wanted, whatever else the data would become. Memory is bounded by a
 * thousand times STEP.
 * @param take as `inflate` says
 * @returns false when the data is wrong somewhere before
 */
export function inflateInSteps(
  parts: readonly Uint8Array[],
  size: number,
  take: (portion: Uint8Array) => boolean,
): boolean {
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
