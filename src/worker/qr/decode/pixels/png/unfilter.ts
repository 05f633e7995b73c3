/** Undoes the row filters of PNG (ISO/IEC 15948 §9) in place. */

/**
 * @param rows `count` rows, each a filter byte and `rowBytes` bytes, from `start`
 * @param step bytes from a sample to the same one of the pixel before it
 * @returns how many rows there are: fewer than `count` when one has no valid filter, which is where the data ends
 */
export function unfilter(rows: Uint8Array, start: number, count: number, rowBytes: number, step: number): number {
  for (let y = 0, at = start + 1; y < count; y++, at += rowBytes + 1) {
    const filter = rows[at - 1]!;
    const up = at - rowBytes - 1;
    const end = at + rowBytes;
    if (filter > 4) return y;
    if (filter === 1 || (filter === 4 && y === 0)) addLeft(rows, at + step, end, step);
    else if (filter === 2 && y > 0) addUp(rows, at, end, up);
    else if (filter === 3) addMean(rows, at, end, step, y > 0 ? up : -1);
    else if (filter === 4) addPaeth(rows, at, end, step, up);
  }
  return count;
}

function addLeft(rows: Uint8Array, from: number, end: number, step: number): void {
  for (let i = from, left = from - step; i < end; i++, left++) rows[i] = rows[i]! + rows[left]!;
}

function addUp(rows: Uint8Array, from: number, end: number, up: number): void {
  for (let i = from, above = up; i < end; i++, above++) rows[i] = rows[i]! + rows[above]!;
}

/** @param up where the row above begins, negative for none */
function addMean(rows: Uint8Array, from: number, end: number, step: number, up: number): void {
  for (let i = from; i < end; i++) {
    const left = i - from < step ? 0 : rows[i - step]!;
    const above = up < 0 ? 0 : rows[up + i - from]!;
    rows[i] = rows[i]! + ((left + above) >> 1);
  }
}

function addPaeth(rows: Uint8Array, from: number, end: number, step: number, up: number): void {
  for (let channel = 0; channel < step; channel++) {
    let left = 0;
    let corner = 0;
    for (let i = from + channel, above = up + channel; i < end; i += step, above += step) {
      const b = rows[above]!;
      const toLeft = Math.abs(b - corner);
      const toAbove = Math.abs(left - corner);
      const toCorner = Math.abs(left + b - corner - corner);
      left = (rows[i]! + (toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? b : corner)) & 255;
      rows[i] = left;
      corner = b;
    }
  }
}
