/** The passes of a PNG's inflated data (ISO/IEC 15948 clause 8): one, or the seven of Adam7. */
import type { PngParts } from './chunks';

export interface Band {
  /** First column and row of the pass, and the steps to the next. */
  x: number;
  y: number;
  dx: number;
  dy: number;
  columns: number;
  rows: number;
  /** Without the filter byte before them. */
  rowBytes: number;
}

const PLAIN = [[0, 0, 1, 1]] as const;
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** In the order of the data; passes without a pixel are left out. */
export const bandsOf = ({ width, height, interlaced, pixelBits }: PngParts): Band[] =>
  (interlaced ? ADAM7 : PLAIN)
    .map(([x, y, dx, dy]) => {
      const columns = Math.max(0, Math.ceil((width - x) / dx));
      return {
        x,
        y,
        dx,
        dy,
        columns,
        rows: Math.max(0, Math.ceil((height - y) / dy)),
        rowBytes: Math.ceil((columns * pixelBits) / 8),
      };
    })
    .filter(({ columns, rows }) => columns && rows);
