/** AssemblyScript, part of pictureOps: a picture at a smaller size. */

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
