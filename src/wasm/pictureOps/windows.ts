/**
 * AssemblyScript, part of pictureOps: sums over the windows of (2 * radius + 1) pixels a side, cut at the
 * borders, around the pixels of one row after the other.
 */

/**
 * Of the running call, all in its `room`: sums of each column over the window's rows, as u16, with
 * `radius` + 1 zeros before and `radius` behind; the sums of the windows of a row, as f32; how many
 * columns each window has, as f32. And how many rows the windows of this row have.
 */
let columns: usize = 0;
export let sums: usize = 0;
export let across: usize = 0;
export let rows: i32 = 0;

/**
 * Bytes of `room` that the functions below want, for a radius of 128 at most: taller windows'
 * columns would not fit into u16.
 */
export function roomFor(width: i32, radius: i32): usize {
  return <usize>(2 * (width + 2 * radius) + 8 * width + 128);
}

/** The windows of the first row come next. */
export function begin(room: usize, width: i32, radius: i32): void {
  columns = room;
  sums = (room + ((<usize>(width + 2 * radius)) << 1) + 31) & ~15;
  across = sums + ((<usize>width) << 2) + 32;
  for (let x = 0; x < width; x++)
    store<f32>(across + ((<usize>x) << 2), <f32>(min(width, x + radius + 1) - max(0, x - radius)));
}

/** Moves the windows to row `y`, which follows the one before. */
export function slide(from: usize, width: i32, height: i32, radius: i32, y: i32): void {
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
