/**
 * The field of 256 elements that QR codes count in, with x^8 + x^4 + x^3 + x^2 + 1 (ISO/IEC
 * 18004:2024 §7.5.2).
 */

/** Powers of 2, twice over so that the sum of two logarithms needs no remainder. */
export const exp = new Uint8Array(512);
/** Their exponents; nothing for 0. */
export const log = new Uint8Array(256);
for (let i = 0, x = 1; i < 255; i++) {
  exp[i] = exp[i + 255] = x;
  log[x] = i;
  x = (x << 1) ^ (x & 128 ? 0x11d : 0);
}

export const times = (a: number, b: number): number => (a && b ? exp[log[a]! + log[b]!]! : 0);
