/**
 * Inflated bytes of a PNG, in portions of any length, to unfiltered rows (ISO/IEC 15948 clause 9).
 */
import type { PngRows } from '../../wasm/pngRows';
import type { Band } from './bands';

/** Bytes of rows that are unfiltered at a time, unless one row has more. */
const GROUP = 1 << 20;

/**
 * Some rows of a band, unfiltered.
 * @param at where they stand in the module's memory, each behind its filter byte
 * @param room in that memory for 2 * `count` * `columns` bytes
 */
export type Paint = (band: Band, first: number, count: number, at: number, room: number) => void;

export interface Rows {
  /**
   * False when no more is wanted: all rows are there, or one has no valid filter, which is where
   * the data ends.
   */
  push(portion: Uint8Array): boolean;
  /** Paints what was left over; returns how many rows were read, and whether these are all. */
  end(): { count: number; whole: boolean };
}

/**
 * @param bands in the order of the data
 * @param step bytes from a sample to the same one of the pixel before it
 */
export function createRows(ops: PngRows, bands: readonly Band[], step: number, paint: Paint): Rows {
  const start = ops.take(0);
  let index = -1;
  let count = 0;
  let isBroken = false;
  let band: Band | undefined;
  /** Rows of the band that are done, and bytes that were copied behind them. */
  let done = 0;
  let filled = 0;
  /**
   * Places: the row before the group, the group, the room to paint in. And the rows of a full
   * group.
   */
  let before = start;
  let place = start;
  let room = start;
  let many = 0;

  const next = () => {
    band = bands[++index];
    if (!band) return;
    const stride = band.rowBytes + 1;
    done = 0;
    filled = 0;
    many = Math.max(1, Math.min(band.rows, Math.floor(GROUP / stride)));
    before = ops.take((many + 1) * stride);
    place = before + stride;
    room = ops.take(2 * many * band.columns + 16);
  };
  const flush = (current: Band) => {
    const stride = current.rowBytes + 1;
    const rows = Math.floor(filled / stride);
    if (!rows) return;
    const known = ops.unfilter(place, rows, current.rowBytes, step, done === 0);
    paint(current, done, known, place, room);
    isBroken = known < rows;
    done += known;
    count += known;
    filled = 0;
    ops.bytes().copyWithin(before, place + (rows - 1) * stride, place + rows * stride);
    if (done === current.rows) next();
  };
  next();
  return {
    push(portion) {
      for (let at = 0; at < portion.length && band && !isBroken; ) {
        const wanted = Math.min(many, band.rows - done) * (band.rowBytes + 1);
        const part = portion.subarray(at, at + wanted - filled);
        ops.bytes().set(part, place + filled);
        at += part.length;
        filled += part.length;
        if (filled === wanted) flush(band);
      }
      return band !== undefined && !isBroken;
    },
    end() {
      if (band && !isBroken) flush(band);
      return { count, whole: !band };
    },
  };
}
