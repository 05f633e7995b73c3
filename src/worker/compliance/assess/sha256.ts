/** The hash by which an assessor knows that a file is the one that was judged. */

/** Of the Web Crypto API, which Node and Web Workers share. */
declare const crypto: { subtle: { digest(algorithm: string, data: Uint8Array): Promise<ArrayBuffer> } };

/** 64 hexadecimal digits. */
export const sha256 = async (bytes: Uint8Array): Promise<string> =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
