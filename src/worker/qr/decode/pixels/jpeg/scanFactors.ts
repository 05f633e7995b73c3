/**
 * What the inverse transform of src/wasm/jpegScan.ts (Arai, Agui and Nakajima, 1988) wants each
 * coefficient multiplied by.
 */

/** Order in which coefficients are stored (T.81 figure 5), as places in rows of eight. */
const ZIGZAG = [
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47,
  55, 62, 63,
];
const SCALES = Array.from({ length: 8 }, (_, k) => (k ? Math.cos((k * Math.PI) / 16) * Math.SQRT2 : 1));

/** @param table 64 quantisation steps; both it and the result are in zigzag order */
export const scanFactors = (table: Uint8Array): Float32Array =>
  Float32Array.from(ZIGZAG, (place, k) => (table[k]! * SCALES[place >> 3]! * SCALES[place & 7]!) / 8);
