/** Bytes as an address that holds them. */

/**
 * Base64 (RFC 4648 §4); `btoa` takes one character a byte, in slices that fit the argument list.
 */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** A `data:` address (RFC 2397). */
export const dataUri = (bytes: Uint8Array, type: string): string => `data:${type};base64,${base64(bytes)}`;
