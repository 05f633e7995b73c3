/**
 * AssemblyScript (its compiler makes pictureOps.wasm of this file): what is done to whole pictures
 * of luminance, one byte a pixel, row by row. All places are bytes of the memory, which the caller
 * lays out from `freeAt` on.
 */
import { across, begin, rows, slide, sums } from './pictureOps/windows';

export { halve, shrink } from './pictureOps/smaller';
export { roomFor } from './pictureOps/windows';

/** First byte that is the caller's. */
export function freeAt(): usize {
  return (__heap_base + 15) & ~15;
}

/**
 * Black (0) or white (255) by the mean of the (2 * radius + 1)-pixel window, cut at the borders,
 * less `offset`.
 */
export function threshold(
  from: usize,
  width: i32,
  height: i32,
  radius: i32,
  offset: f32,
  to: usize,
  room: usize,
): void {
  begin(room, width, radius);
  let at = from;
  const shift = f32x4.splat(offset);
  for (let y = 0; y < height; y++) {
    slide(from, width, height, radius, y);
    const many = f32x4.splat(<f32>rows);
    let x: usize = 0;
    for (; x + 16 <= <usize>width; x += 16, at += 16, to += 16) {
      const bytes = v128.load(at);
      const low = i16x8.extend_low_i8x16_u(bytes);
      const high = i16x8.extend_high_i8x16_u(bytes);
      const a = isWhite(i32x4.extend_low_i16x8_u(low), x, shift, many);
      const b = isWhite(i32x4.extend_high_i16x8_u(low), x + 4, shift, many);
      const c = isWhite(i32x4.extend_low_i16x8_u(high), x + 8, shift, many);
      const d = isWhite(i32x4.extend_high_i16x8_u(high), x + 12, shift, many);
      v128.store(to, i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(a, b), i16x8.narrow_i32x4_s(c, d)));
    }
    for (; x < <usize>width; x++, at++, to++) {
      const scaled = (<f32>load<u8>(at) + offset) * (load<f32>(across + (x << 2)) * <f32>rows);
      store<u8>(to, scaled > load<f32>(sums + (x << 2)) ? 255 : 0);
    }
  }
}

/**
 * All ones where a pixel is above its window's mean less the offset; both sides times the window's
 * size, which saves the division.
 */
function isWhite(pixels: v128, x: usize, shift: v128, many: v128): v128 {
  const size = f32x4.mul(v128.load(across + (x << 2)), many);
  return f32x4.gt(f32x4.mul(f32x4.add(f32x4.convert_i32x4_u(pixels), shift), size), v128.load(sums + (x << 2)));
}

/** The means of four windows. */
function means(x: usize, many: v128): v128 {
  return f32x4.div(v128.load(sums + (x << 2)), f32x4.mul(v128.load(across + (x << 2)), many));
}

/** Whole parts of eight numbers that fit into 16 bits. */
function truncated(low: v128, high: v128): v128 {
  return i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(low), i32x4.trunc_sat_f32x4_s(high));
}

/** The rounded mean of each window. */
export function blur(from: usize, width: i32, height: i32, radius: i32, to: usize, room: usize): void {
  begin(room, width, radius);
  const half = f32x4.splat(0.5);
  for (let y = 0; y < height; y++) {
    slide(from, width, height, radius, y);
    const many = f32x4.splat(<f32>rows);
    let x: usize = 0;
    for (; x + 16 <= <usize>width; x += 16, to += 16) {
      const low = truncated(f32x4.add(means(x, many), half), f32x4.add(means(x + 4, many), half));
      const high = truncated(f32x4.add(means(x + 8, many), half), f32x4.add(means(x + 12, many), half));
      v128.store(to, i8x16.narrow_i16x8_u(low, high));
    }
    for (; x < <usize>width; x++, to++) {
      store<u8>(to, <u8>(load<f32>(sums + (x << 2)) / (load<f32>(across + (x << 2)) * <f32>rows) + 0.5));
    }
  }
}

/** How much darker than its window's mean each pixel is (negative: lighter), as i16. */
export function darkness(from: usize, width: i32, height: i32, radius: i32, to: usize, room: usize): void {
  begin(room, width, radius);
  let at = from;
  for (let y = 0; y < height; y++) {
    slide(from, width, height, radius, y);
    const many = f32x4.splat(<f32>rows);
    let x: usize = 0;
    for (; x + 8 <= <usize>width; x += 8, at += 8, to += 16) {
      const pixels = v128.load8x8_u(at);
      const low = f32x4.sub(means(x, many), f32x4.convert_i32x4_u(i32x4.extend_low_i16x8_u(pixels)));
      const high = f32x4.sub(means(x + 4, many), f32x4.convert_i32x4_u(i32x4.extend_high_i16x8_u(pixels)));
      v128.store(to, truncated(low, high));
    }
    for (; x < <usize>width; x++, at++, to += 2) {
      store<i16>(
        to,
        <i16>(load<f32>(sums + (x << 2)) / (load<f32>(across + (x << 2)) * <f32>rows) - <f32>load<u8>(at)),
      );
    }
  }
}
