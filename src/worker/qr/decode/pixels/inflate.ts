/** Deflated data to bytes of a known size. */
import { joinBytes } from '../../../text/joinBytes';
import { inflateAtOnce, inflateInSteps } from './fflateDeflate';

/**
 * A faster inflate of the platform (zlib of Node), for raw deflate data.
 * @param size how many bytes are wanted; more may be refused
 * @returns undefined for data that breaks off, is wrong or gives more: it is then read here, as far
 * as it goes
 */
export type PlatformInflate = (deflated: Uint8Array, size: number) => Uint8Array | undefined;

/**
 * Up to so many bytes are inflated at once, which is faster and loses nothing before the place
 * where data is wrong.
 */
const AT_ONCE = 160 * 1024 * 1024;

/**
 * Inflates raw deflate data (RFC 1951). Memory is bounded whatever the data claims: `atOnce` bytes
 * or those of a step.
 * @param parts the data, in any number of parts
 * @param size how many bytes there should be: no more are given
 * @param take is given them in order, in portions of any length; it says whether it wants more.
 * Bytes after the place where the data breaks off or is wrong are left out, or wrong in every row.
 */
export function inflate(
  parts: readonly Uint8Array[],
  size: number,
  take: (portion: Uint8Array) => boolean,
  platform?: PlatformInflate,
  atOnce = AT_ONCE,
): void {
  if (size > atOnce) {
    inflateInSteps(parts, size, take);
    return;
  }
  const deflated = parts.length === 1 ? parts[0]! : joinBytes(parts);
  const whole = platform?.(deflated, size);
  take(whole?.length === size ? whole : inflateAtOnce(deflated, size));
}
