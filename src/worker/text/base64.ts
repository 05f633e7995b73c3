/**
 * Base64 (RFC 4648 §4); `btoa` takes one character a byte, in slices that fit the argument list.
 */
export function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
