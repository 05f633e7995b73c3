/** Squares of modules with 32 modules a word, so that a whole run of modules is masked and judged at once. */

export interface Packed {
  size: number;
  /** Words a line. */
  width: number;
  /** Row by row; bit j of a row's word k is column 32 * k + j; bits beyond the row are 0. */
  rows: Uint32Array;
  /** The same, column by column. */
  columns: Uint32Array;
}

export function emptyPacked(size: number): Packed {
  const width = (size + 31) >>> 5;
  return { size, width, rows: new Uint32Array(size * width), columns: new Uint32Array(size * width) };
}

export const copyPacked = (packed: Packed): Packed => ({ ...packed, rows: packed.rows.slice(), columns: packed.columns.slice() });

/** Makes a module dark. */
export function setDark({ width, rows, columns }: Packed, row: number, column: number): void {
  rows[row * width + (column >>> 5)]! |= 1 << (column & 31);
  columns[column * width + (row >>> 5)]! |= 1 << (row & 31);
}

/** Turns over every module that is set in `other`, of the same size. */
export function turnOver(packed: Packed, other: Packed): void {
  for (let i = 0; i < packed.rows.length; i++) {
    packed.rows[i]! ^= other.rows[i]!;
    packed.columns[i]! ^= other.columns[i]!;
  }
}

/** One byte a module, row by row. */
export function unpacked({ size, width, rows }: Packed): Uint8Array {
  const modules = new Uint8Array(size * size);
  for (let row = 0, at = 0; row < size; row++)
    for (let column = 0; column < size; column++) modules[at++] = (rows[row * width + (column >>> 5)]! >>> (column & 31)) & 1;
  return modules;
}
