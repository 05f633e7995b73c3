/**
 * AssemblyScript (its compiler makes pngRows.wasm of this file): the inflated rows of a PNG (ISO/IEC 15948), each a filter byte and its pixels.
 * All places are bytes of the memory, which the caller lays out from `freeAt` on.
 */

/** First byte that is the caller's. */
export function freeAt(): usize {
  return (__heap_base + 15) & ~15;
}

/**
 * Undoes the row filters (clause 9) in place.
 * @param rows `count` rows of a filter byte and `rowBytes` bytes, behind the unfiltered row before them unless they are the `first` ones
 * @param step bytes from a sample to the same one of the pixel before it
 * @returns how many rows there are: fewer than `count` when one has no valid filter, which is where the data ends
 */
export function unfilter(rows: usize, count: i32, rowBytes: i32, step: i32, first: bool): i32 {
  for (let y = 0, at = rows + 1; y < count; y++, at += <usize>rowBytes + 1) {
    const filter = load<u8>(at - 1);
    const isTop = first && y === 0;
    const up = at - <usize>rowBytes - 1;
    const end = at + <usize>rowBytes;
    if (filter > 4) return y;
    if (filter === 1 || (filter === 4 && isTop)) addLeft(at, end, <usize>step);
    else if (filter === 2 && !isTop) addUp(at, end, up);
    else if (filter === 3) addMean(at, end, <usize>step, isTop ? 0 : up);
    else if (filter === 4) addPaeth(at, end, <usize>step, up);
  }
  return count;
}

function addLeft(from: usize, end: usize, step: usize): void {
  for (let at = from + step; at < end; at++) store<u8>(at, load<u8>(at) + load<u8>(at - step));
}

function addUp(from: usize, end: usize, up: usize): void {
  let at = from;
  for (; at + 16 <= end; at += 16, up += 16) v128.store(at, i8x16.add(v128.load(at), v128.load(up)));
  for (; at < end; at++, up++) store<u8>(at, load<u8>(at) + load<u8>(up));
}

/** @param up where the row above begins, 0 for none */
function addMean(from: usize, end: usize, step: usize, up: usize): void {
  for (let at = from; at < end; at++) {
    const left = at - from < step ? 0 : <u32>load<u8>(at - step);
    const above = up ? <u32>load<u8>(up + (at - from)) : 0;
    store<u8>(at, <u8>(<u32>load<u8>(at) + ((left + above) >> 1)));
  }
}

function addPaeth(from: usize, end: usize, step: usize, up: usize): void {
  for (let channel: usize = 0; channel < step; channel++) {
    let left = 0;
    let corner = 0;
    for (let at = from + channel, above = up + channel; at < end; at += step, above += step) {
      const b = <i32>load<u8>(above);
      const toLeft = abs(b - corner);
      const toAbove = abs(left - corner);
      const toCorner = abs(left + b - corner - corner);
      const nearest = toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? b : corner;
      left = (<i32>load<u8>(at) + nearest) & 255;
      store<u8>(at, <u8>left);
      corner = b;
    }
  }
}

/**
 * Luminance (ITU-R BT.601 weights) of unfiltered rows of 8-bit RGB or RGBA, which is taken for opaque.
 * @param bytes 3 or 4 bytes a pixel
 * @returns false, with the work half done, when a pixel is not opaque
 */
export function shade(rows: usize, width: i32, count: i32, bytes: i32, to: usize): bool {
  const hasAlpha = bytes === 4;
  for (let y = 0, at = rows; y < count; y++) {
    at++;
    for (let x = 0; x < width; x++, at += bytes, to++) {
      if (hasAlpha && load<u8>(at, 3) < 255) return false;
      const sum = <u32>load<u8>(at) * 77 + <u32>load<u8>(at, 1) * 150 + <u32>load<u8>(at, 2) * 29;
      store<u8>(to, <u8>((sum + 128) >> 8));
    }
  }
  return true;
}
