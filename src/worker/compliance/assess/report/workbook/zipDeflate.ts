/**
 * Deflate for workbooks: the only file of this half that knows fflate, as `fflateDeflate.ts` is of
 * the other one.
 */
import { deflateSync, Inflate } from 'fflate';

/** Deflated bytes at a time: each may become a thousand. */
const STEP = 16_384;

/**
 * Raw deflate data; equal bytes give equal data. The quickest level: of a report of 1,000 files the
 * others save a tenth of the size and take half as long again.
 */
export const deflate = (bytes: Uint8Array): Uint8Array => deflateSync(bytes, { level: 1 });

/**
 * Stops when there is more than there should be, whatever else the data would become.
 * @returns undefined where the data is wrong or does not have that size
 */
export function inflate(deflated: Uint8Array, size: number): Uint8Array | undefined {
  const out = new Uint8Array(size);
  let at = 0;
  const stream = new Inflate((portion) => {
    if (at + portion.length <= size) out.set(portion, at);
    at += portion.length;
  });
  try {
    for (let from = 0; from < deflated.length && at <= size; from += STEP)
      stream.push(deflated.subarray(from, from + STEP), from + STEP >= deflated.length);
  } catch {
    return undefined;
  }
  return at === size ? out : undefined;
}
