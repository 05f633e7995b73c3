/**
 * AssemblyScript (its compiler makes pictureOps.wasm of this file): what is done to whole pictures
 * of luminance, one byte a pixel, row by row. All places are bytes of the memory, which the caller
 * lays out from `freeAt` on.
 */

/** First byte that is the caller's. */
export function freeAt(): usize {
  return (__heap_base + 15) & ~15;
}

/**
 * Half the size, each pixel the rounded mean of four; an odd last row or column is left out. At
 * least 2 x 2 pixels.
 */
export function halve(from: usize, width: i32, height: i32, to: usize): void {
  const w = width >> 1;
  const h = height >> 1;
  const low = i16x8.splat(0xff);
  const two = i16x8.splat(2);
  for (let y = 0; y < h; y++) {
    let upper = from + <usize>(2 * y * width);
    let lower = upper + <usize>width;
    let out = to + <usize>(y * w);
    let x = 0;
    for (; x + 16 <= w; x += 16, upper += 32, lower += 32, out += 16) {
      v128.store(out, i8x16.narrow_i16x8_u(quarter(upper, lower, low, two), quarter(upper + 16, lower + 16, low, two)));
    }
    for (; x < w; x++, upper += 2, lower += 2, out++) {
      const sum = <u32>load<u8>(upper) + <u32>load<u8>(upper, 1) + <u32>load<u8>(lower) + <u32>load<u8>(lower, 1);
      store<u8>(out, <u8>((sum + 2) >> 2));
    }
  }
}

/** Means of eight squares of two by two. */
function quarter(upper: usize, lower: usize, low: v128, two: v128): v128 {
  const a = v128.load(upper);
  const b = v128.load(lower);
  const pairs = i16x8.add(
    i16x8.add(v128.and(a, low), i16x8.shr_u(a, 8)),
    i16x8.add(v128.and(b, low), i16x8.shr_u(b, 8)),
  );
  return i16x8.shr_u(i16x8.add(pairs, two), 2);
}

/**
 * To another size, not larger: each pixel the rounded mean of the whole pixels that it covers.
 * @param xs,ys `w` and `h` pairs of i32: where each box begins and ends, at least one pixel further
 * @param room for `width` i32
 */
export function shrink(from: usize, width: i32, to: usize, w: i32, h: i32, xs: usize, ys: usize, room: usize): void {
  for (let y = 0; y < h; y++, ys += 8) {
    const top = load<i32>(ys);
    const bottom = load<i32>(ys, 4);
    memory.fill(room, 0, (<usize>width) << 2);
    for (let row = top; row < bottom; row++) addRow(room, from + <usize>(row * width), width);
    let edges = xs;
    for (let x = 0; x < w; x++, edges += 8, to++) {
      const left = load<i32>(edges);
      const right = load<i32>(edges, 4);
      let sum = 0;
      for (let at = room + ((<usize>left) << 2), end = room + ((<usize>right) << 2); at < end; at += 4)
        sum += load<i32>(at);
      const count = (right - left) * (bottom - top);
      store<u8>(to, <u8>((sum + (count >> 1)) / count));
    }
  }
}

/** Adds a row of bytes to a row of i32. */
function addRow(columns: usize, row: usize, width: i32): void {
  let x = 0;
  for (; x + 16 <= width; x += 16, row += 16, columns += 64) {
    const bytes = v128.load(row);
    const low = i16x8.extend_low_i8x16_u(bytes);
    const high = i16x8.extend_high_i8x16_u(bytes);
    v128.store(columns, i32x4.add(v128.load(columns), i32x4.extend_low_i16x8_u(low)));
    v128.store(columns, i32x4.add(v128.load(columns, 16), i32x4.extend_high_i16x8_u(low)), 16);
    v128.store(columns, i32x4.add(v128.load(columns, 32), i32x4.extend_low_i16x8_u(high)), 32);
    v128.store(columns, i32x4.add(v128.load(columns, 48), i32x4.extend_high_i16x8_u(high)), 48);
  }
  for (; x < width; x++, row++, columns += 4) store<i32>(columns, load<i32>(columns) + <i32>load<u8>(row));
}

/**
 * Of the running call, all in its `room`: sums of each column over the window's rows, as u16, with
 * `radius` + 1 zeros before and `radius` behind; the sums of the windows of a row, as f32; how many
 * columns each window has, as f32. And how many rows the windows of this row have.
 */
let columns: usize = 0;
let sums: usize = 0;
let across: usize = 0;
let rows: i32 = 0;

/**
 * Bytes of `room` that the functions below want, for a radius of 128 at most: taller windows'
 * columns would not fit into u16.
 */
export function roomFor(width: i32, radius: i32): usize {
  return <usize>(2 * (width + 2 * radius) + 8 * width + 128);
}

function begin(room: usize, width: i32, radius: i32): void {
  columns = room;
  sums = (room + ((<usize>(width + 2 * radius)) << 1) + 31) & ~15;
  across = sums + ((<usize>width) << 2) + 32;
  for (let x = 0; x < width; x++)
    store<f32>(across + ((<usize>x) << 2), <f32>(min(width, x + radius + 1) - max(0, x - radius)));
}

/** Moves the windows to row `y`, which follows the one before. */
function slide(from: usize, width: i32, height: i32, radius: i32, y: i32): void {
  const next = from + <usize>((y + radius) * width);
  const last = from + <usize>((y - radius - 1) * width);
  if (y === 0) {
    memory.fill(columns, 0, (<usize>(width + 2 * radius + 1)) << 1);
    rows = min(height, radius + 1);
    for (let row = 0; row < rows; row++) moveColumns(width, radius, from + <usize>(row * width), 0);
  } else if (y + radius < height) {
    moveColumns(width, radius, next, y > radius ? last : 0);
    if (y <= radius) rows++;
  } else if (y > radius) {
    moveColumns(width, radius, 0, last);
    rows--;
  }
  sumWindows(width, radius);
}

/** Adds one row to the columns and takes another away; 0 stands for a row of nothing. */
function moveColumns(width: i32, radius: i32, next: usize, last: usize): void {
  let at = columns + ((<usize>radius + 1) << 1);
  const none = i16x8.splat(0);
  let x: usize = 0;
  for (; x + 16 <= <usize>width; x += 16, at += 32) {
    const added = next ? v128.load(next + x) : none;
    const taken = last ? v128.load(last + x) : none;
    const low = i16x8.sub(i16x8.extend_low_i8x16_u(added), i16x8.extend_low_i8x16_u(taken));
    const high = i16x8.sub(i16x8.extend_high_i8x16_u(added), i16x8.extend_high_i8x16_u(taken));
    v128.store(at, i16x8.add(v128.load(at), low));
    v128.store(at, i16x8.add(v128.load(at, 16), high), 16);
  }
  for (; x < <usize>width; x++, at += 2) {
    const added = next ? <i32>load<u8>(next + x) : 0;
    const taken = last ? <i32>load<u8>(last + x) : 0;
    store<u16>(at, <u16>(<i32>load<u16>(at) + added - taken));
  }
}

/**
 * Each window's sum is that of the one before, less the column that it leaves and with the one that
 * it reaches; a few sums too many are made.
 */
function sumWindows(width: i32, radius: i32): void {
  const reach = (<usize>(2 * radius + 1)) << 1;
  let first = 0;
  for (let at = columns; at < columns + reach; at += 2) first += <i32>load<u16>(at);
  let sum = i32x4.splat(first);
  let at = columns;
  for (let out = sums, end = sums + ((<usize>width) << 2); out < end; at += 16, out += 32) {
    const left = v128.load(at);
    const reached = v128.load(at + reach);
    const low = running(i32x4.sub(i32x4.extend_low_i16x8_u(reached), i32x4.extend_low_i16x8_u(left)), sum);
    v128.store(out, f32x4.convert_i32x4_s(low));
    const high = running(
      i32x4.sub(i32x4.extend_high_i16x8_u(reached), i32x4.extend_high_i16x8_u(left)),
      v128.shuffle<i32>(low, low, 3, 3, 3, 3),
    );
    v128.store(out, f32x4.convert_i32x4_s(high), 16);
    sum = v128.shuffle<i32>(high, high, 3, 3, 3, 3);
  }
}

/** Running sums of four differences, from a sum on. */
function running(steps: v128, sum: v128): v128 {
  const none = i32x4.splat(0);
  const pairs = i32x4.add(steps, v128.shuffle<i32>(none, steps, 0, 4, 5, 6));
  return i32x4.add(i32x4.add(pairs, v128.shuffle<i32>(none, pairs, 0, 1, 4, 5)), sum);
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
