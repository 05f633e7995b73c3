/**
 * Squares of modules with 32 modules a word, so that a whole run of modules is masked and judged at
 * once.
 */

export interface Packed {
  size: number;
  /** Words a line. */
  width: number;
  /** Row by row; bit j of a row's word k is column 32 * k + j; bits beyond the row are 0. */
  rows: Int32Array;
  /** The same, column by column. */
  columns: Int32Array;
}

export function emptyPacked(size: number): Packed {
  const width = (size + 31) >>> 5;
  return { size, width, rows: new Int32Array(size * width), columns: new Int32Array(size * width) };
}

/** @param modules 1 dark, 0 light, row by row */
export function pack(modules: Uint8Array, size: number): Packed {
  const packed = emptyPacked(size);
  const { rows, columns } = packed;
  for (let line = 0, at = 0; line < size; line++)
    for (let first = 0; first < size; first += 32, at++) {
      let row = 0;
      let column = 0;
      for (let i = Math.min(size, first + 32) - 1; i >= first; i--) {
        row = (row << 1) | modules[line * size + i]!;
        column = (column << 1) | modules[i * size + line]!;
      }
      rows[at] = row;
      columns[at] = column;
    }
  return packed;
}

/**
 * Makes `into` what `from` is when every module that is set in `other` is turned over; all of one
 * size.
 */
export function turnOver(from: Packed, other: Packed, into: Packed): void {
  turnWords(from.rows, other.rows, into.rows);
  turnWords(from.columns, other.columns, into.columns);
}

function turnWords(from: Int32Array, other: Int32Array, into: Int32Array): void {
  for (let i = 0; i < into.length; i++) into[i] = from[i]! ^ other[i]!;
}

/** One byte a module, row by row. */
export function unpacked({ size, rows }: Packed): Uint8Array {
  const modules = new Uint8Array(size * size);
  for (let row = 0, at = 0, k = 0; row < size; row++)
    for (let left = size; left > 0; left -= 32) {
      let word = rows[k++]!;
      for (const end = at + Math.min(left, 32); at < end; at++) {
        modules[at] = word & 1;
        word >>>= 1;
      }
    }
  return modules;
}
