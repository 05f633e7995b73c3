/**
 * AssemblyScript (its compiler makes pngRows.wasm of this file): the inflated rows of a PNG
 * (ISO/IEC 15948), each a filter byte and its pixels. All places are bytes of the memory, which the
 * caller lays out from `freeAt` on.
 */

export { unfilter } from './pngRows/filters';

/** First byte that is the caller's. */
export function freeAt(): usize {
  return (__heap_base + 15) & ~15;
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
