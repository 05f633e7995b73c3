/** The hash by which one knows that bytes are those that were there before. */

/** Of the Web Crypto API, which Node and Web Workers share. */
declare const crypto: { subtle: { digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer> } };

/** SHA-256 as 64 hexadecimal digits. */
export const sha256Hex = async (bytes: Uint8Array): Promise<string> =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
