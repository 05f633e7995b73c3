/**
 * AssemblyScript (its compiler makes pngRows.wasm of this file): the inflated rows of a PNG
 * (ISO/IEC 15948), each a filter byte and its pixels. All places are bytes of the memory, which the
 * caller lays out from `freeAt` on.
 */

/** First byte that is the caller's. */
export function freeAt(): usize {
  return (__heap_base + 15) & ~15;
}

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

/**
 * Luminance and opacity of unfiltered rows of gray up to 8 bits or of a palette.
 * @param table the luminance of each of 256 values, then the opacity of each
 * @param luma,alpha for `count` * `width` bytes; the opacity is written only if some value's is
 * less than 255
 * @returns the smallest opacity seen
 */
export function indexed(
  rows: usize,
  rowBytes: i32,
  width: i32,
  count: i32,
  depth: i32,
  table: usize,
  luma: usize,
  alpha: usize,
): i32 {
  let solid: u8 = 255;
  for (let i: usize = 256; i < 512; i++) solid &= load<u8>(table + i);
  const mask = (1 << depth) - 1;
  let least: u8 = 255;
  for (let y = 0, row = rows + 1; y < count; y++, row += <usize>rowBytes + 1) {
    for (let x = 0, bit = 0; x < width; x++, bit += depth, luma++, alpha++) {
      const value = (<i32>load<u8>(row + <usize>(bit >> 3)) >> (8 - depth - (bit & 7))) & mask;
      store<u8>(luma, load<u8>(table + <usize>value));
      if (solid === 255) continue;
      const opacity = load<u8>(table + <usize>value, 256);
      store<u8>(alpha, opacity);
      least = min(least, opacity);
    }
  }
  return least;
}

/**
 * Luminance (ITU-R BT.601 weights) and opacity of unfiltered rows of samples of 8 or 16 bits, of
 * which the upper 8 count.
 * @param samples a pixel: 1 gray, 2 gray and opacity, 3 RGB, 4 RGB and opacity
 * @param wide bytes a sample
 * @param key the bytes of the pixel that is see-through, as far as they are compared, `keyBytes` of
 * them: 0 for none
 * @param luma,alpha as above; the opacity is written only if there are such samples or such a pixel
 * may be
 * @returns the smallest opacity seen
 */
export function sampled(
  rows: usize,
  width: i32,
  count: i32,
  samples: i32,
  wide: i32,
  key: usize,
  keyBytes: i32,
  luma: usize,
  alpha: usize,
): i32 {
  const bytes = <usize>(samples * wide);
  const isColour = samples > 2;
  const opacityAt = samples & 1 ? 0 : bytes - <usize>wide;
  let least: u8 = 255;
  for (let y = 0, at = rows; y < count; y++) {
    at++;
    let x = 0;
    if (isColour && wide === 1 && !keyBytes) {
      for (; x + 4 <= width; x += 4, at += bytes << 2, luma += 4, alpha += 4) {
        const four = opacityAt ? v128.load(at) : spread(v128.load(at));
        v128.store32_lane(luma, lumaOfFour(four), 0);
        if (!opacityAt) continue;
        const opacities = i32x4.shr_u(four, 24);
        const words = i16x8.narrow_i32x4_u(opacities, opacities);
        v128.store32_lane(alpha, i8x16.narrow_i16x8_u(words, words), 0);
        if (!i32x4.all_true(i32x4.eq(opacities, i32x4.splat(255))))
          for (let i: usize = 0; i < 4; i++) least = min(least, load<u8>(alpha + i));
      }
    }
    for (; x < width; x++, at += bytes, luma++, alpha++) {
      const red = <u32>load<u8>(at);
      const green = <u32>load<u8>(at + <usize>wide);
      const blue = <u32>load<u8>(at + <usize>(2 * wide));
      store<u8>(luma, isColour ? <u8>((red * 77 + green * 150 + blue * 29 + 128) >> 8) : <u8>red);
      if (!opacityAt && !keyBytes) continue;
      const opacity: u8 = opacityAt ? load<u8>(at + opacityAt) : memory.compare(at, key, <usize>keyBytes) ? 255 : 0;
      store<u8>(alpha, opacity);
      least = min(least, opacity);
    }
  }
  return least;
}

/** The first four of RGB in places of four bytes. */
function spread(rgb: v128): v128 {
  return i8x16.shuffle(rgb, i8x16.splat(0), 0, 1, 2, 16, 3, 4, 5, 16, 6, 7, 8, 16, 9, 10, 11, 16);
}

/** Luminance of four RGBA pixels, in the first four bytes. */
function lumaOfFour(four: v128): v128 {
  const weights = i16x8(77, 150, 29, 0, 77, 150, 29, 0);
  const a = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(four), weights);
  const b = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(four), weights);
  const sums = i32x4.add(v128.shuffle<i32>(a, b, 0, 2, 4, 6), v128.shuffle<i32>(a, b, 1, 3, 5, 7));
  const words = i32x4.shr_u(i32x4.add(sums, i32x4.splat(128)), 8);
  const narrow = i16x8.narrow_i32x4_u(words, words);
  return i8x16.narrow_i16x8_u(narrow, narrow);
}

/**
 * Lays luminance of some opacity over grounds, in place: what it is on white takes the place of the
 * one, what it is on black of the other.
 */
export function lay(luma: usize, alpha: usize, count: i32): void {
  const end = luma + <usize>count;
  for (; luma + 8 <= end; luma += 8, alpha += 8) {
    const shades = v128.load8x8_u(luma);
    const opacities = v128.load8x8_u(alpha);
    const black = i16x8.add(i16x8.mul(shades, opacities), i16x8.splat(127));
    const white = i16x8.add(black, i16x8.mul(i16x8.sub(i16x8.splat(255), opacities), i16x8.splat(255)));
    v128.store64_lane(luma, by255(white), 0);
    v128.store64_lane(alpha, by255(black), 0);
  }
  for (; luma < end; luma++, alpha++) {
    const opacity = <u32>load<u8>(alpha);
    const black = <u32>load<u8>(luma) * opacity + 127;
    store<u8>(luma, <u8>((black + 255 * (255 - opacity)) / 255));
    store<u8>(alpha, <u8>(black / 255));
  }
}

/** Eight numbers below 65535 divided by 255, without a rest, in the first eight bytes. */
function by255(numbers: v128): v128 {
  const whole = i16x8.shr_u(i16x8.add(i16x8.add(numbers, i16x8.splat(1)), i16x8.shr_u(numbers, 8)), 8);
  return i8x16.narrow_i16x8_u(whole, whole);
}
