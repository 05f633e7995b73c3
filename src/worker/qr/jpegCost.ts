/** Apart from jpeg.ts, which is loaded for the few files that need it. */

/** Bytes that jpeg-js takes for each pixel, at most (measured). */
export const JPEG_JS_COST = 28;
