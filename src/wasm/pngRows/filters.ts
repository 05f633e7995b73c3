/** AssemblyScript, part of pngRows: the row filters of a PNG (ISO/IEC 15948 clause 9), undone. */

/**
 * Undoes the row filters (clause 9) in place.
 * @param rows `count` rows of a filter byte and `rowBytes` bytes, behind the unfiltered row before
 * them unless they are the `first` ones
 * @param step bytes from a sample to the same one of the pixel before it
 * @returns how many rows there are: fewer than `count` when one has no valid filter, which is where
 * the data ends
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
  if (step === 3 || step === 4) {
    let left = i8x16.splat(0);
    for (let at = from; at < end; at += step) {
      left = i8x16.add(v128.load32_zero(at), left);
      storePixel(at, left, step);
    }
    return;
  }
  for (let at = from + step; at < end; at++) store<u8>(at, load<u8>(at) + load<u8>(at - step));
}

function addUp(from: usize, end: usize, up: usize): void {
  let at = from;
  for (; at + 16 <= end; at += 16, up += 16) v128.store(at, i8x16.add(v128.load(at), v128.load(up)));
  for (; at < end; at++, up++) store<u8>(at, load<u8>(at) + load<u8>(up));
}

/** @param up where the row above begins, 0 for none */
function addMean(from: usize, end: usize, step: usize, up: usize): void {
  if (up && (step === 3 || step === 4)) {
    let left = i8x16.splat(0);
    for (let at = from; at < end; at += step, up += step) {
      const above = v128.load32_zero(up);
      // The instruction rounds up, the filter down.
      const odd = v128.and(v128.xor(left, above), i8x16.splat(1));
      left = i8x16.add(v128.load32_zero(at), i8x16.sub(i8x16.avgr_u(left, above), odd));
      storePixel(at, left, step);
    }
    return;
  }
  for (let at = from; at < end; at++) {
    const left = at - from < step ? 0 : <u32>load<u8>(at - step);
    const above = up ? <u32>load<u8>(up + (at - from)) : 0;
    store<u8>(at, <u8>(<u32>load<u8>(at) + ((left + above) >> 1)));
  }
}

function addPaeth(from: usize, end: usize, step: usize, up: usize): void {
  if (step === 3 || step === 4) {
    addPaethOfPixels(from, end, step, up);
    return;
  }
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

/** The same for all three or four samples of a pixel at once. */
function addPaethOfPixels(from: usize, end: usize, step: usize, up: usize): void {
  let left = i16x8.splat(0);
  let corner = i16x8.splat(0);
  for (let at = from; at < end; at += step, up += step) {
    const above = i16x8.extend_low_i8x16_u(v128.load32_zero(up));
    const across = i16x8.sub(above, corner);
    const down = i16x8.sub(left, corner);
    const toLeft = i16x8.abs(across);
    const toAbove = i16x8.abs(down);
    const toCorner = i16x8.abs(i16x8.add(across, down));
    const second = v128.bitselect(above, corner, i16x8.le_s(toAbove, toCorner));
    const isLeft = v128.and(i16x8.le_s(toLeft, toAbove), i16x8.le_s(toLeft, toCorner));
    const nearest = v128.bitselect(left, second, isLeft);
    const sum = i16x8.add(i16x8.extend_low_i8x16_u(v128.load32_zero(at)), nearest);
    left = v128.and(sum, i16x8.splat(255));
    corner = above;
    storePixel(at, i8x16.narrow_i16x8_u(left, left), step);
  }
}

/** The first three or four bytes. */
function storePixel(at: usize, pixel: v128, step: usize): void {
  if (step === 4) v128.store32_lane(at, pixel, 0);
  else {
    v128.store16_lane(at, pixel, 0);
    v128.store8_lane(at, pixel, 2, 2);
  }
}
