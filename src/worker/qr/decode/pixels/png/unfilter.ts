/** Undoes the row filters of PNG (ISO/IEC 15948 clause 9) in place. */
import { withPngRows } from '../../wasm/pngRows';

/** Bytes that go through the module's memory at a time. */
const CHUNK = 1 << 20;

interface Rows {
  start: number;
  columns: number;
  rows: number;
  rowBytes: number;
}

/**
 * @param all inflated data: at `start` `rows` rows, each a filter byte and `rowBytes` bytes
 * @param step bytes from a sample to the same one of the pixel before it
 * @param gray is given the luminance of 8-bit RGB (step 3) or opaque RGBA (step 4), row by row
 * @returns how many rows there are: fewer than asked for when one has no valid filter, which is where the data ends; and whether all of
 * `gray` could be given
 */
export const unfilter = (all: Uint8Array, { start, columns, rows, rowBytes }: Rows, step: number, gray?: Uint8Array): [number, boolean] =>
  withPngRows((ops) => {
    const stride = rowBytes + 1;
    const many = Math.max(1, Math.min(rows, Math.floor(CHUNK / stride)));
    // One row more: the one before the others.
    const before = ops.take((many + 1) * stride);
    const place = before + stride;
    const shades = ops.take(gray ? many * columns : 0);
    const bytes = ops.bytes();
    let isShaded = gray !== undefined;
    for (let y = 0; y < rows; y += many) {
      const count = Math.min(many, rows - y);
      const from = start + y * stride;
      bytes.set(all.subarray(from, from + count * stride), place);
      const known = ops.unfilter(place, count, rowBytes, step, y === 0);
      all.set(bytes.subarray(place, place + count * stride), from);
      isShaded &&= ops.shade(place, columns, known, step, shades) !== 0;
      if (isShaded) gray?.set(bytes.subarray(shades, shades + known * columns), y * columns);
      if (known < count) return [y + known, isShaded];
      bytes.copyWithin(before, place + (count - 1) * stride, place + count * stride);
    }
    return [rows, isShaded];
  });
