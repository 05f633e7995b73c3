/**
 * AssemblyScript (its compiler makes fourier.wasm of this file): the Fourier transform of a plane of
 * complex numbers, real and imaginary parts each as f32, row by row. All places are bytes of the
 * memory, which the caller lays out from `freeAt` on.
 */

/** First byte that is the caller's. */
export function freeAt(): usize {
  return (__heap_base + 15) & ~15;
}

/** Columns that are transformed together: their numbers stay in the nearest cache. */
const STRIP: i32 = 8;
/** Bytes of one row of them. */
const ROW: usize = 32;

/** Bytes of `room` that `columns` wants. */
export function roomFor(height: i32): usize {
  return (<usize>height * ROW) << 1;
}

/**
 * The transform of every column, with rows and columns exchanged.
 * @param width a multiple of 8
 * @param height a power of two, 8 at the least
 * @param waves cosines of 2 pi k / height for k below height / 2, then the negative sines
 * @param toRe of the result, whose rows are `height` long
 */
export function columns(
  re: usize,
  im: usize,
  width: i32,
  height: i32,
  waves: usize,
  toRe: usize,
  toIm: usize,
  room: usize,
): void {
  const rooms = roomFor(height) >> 1;
  for (let left = 0; left < width; left += STRIP) {
    gather(re + ((<usize>left) << 2), width, height, room);
    gather(im + ((<usize>left) << 2), width, height, room + rooms);
    strip(room, rooms, height, waves);
    const to = (<usize>(left * height)) << 2;
    turned(room, height, toRe + to);
    turned(room + rooms, height, toIm + to);
  }
}

/** Rows go where their number's bits say, read backwards. */
function gather(from: usize, width: i32, height: i32, to: usize): void {
  const stride = (<usize>width) << 2;
  const shift = clz(height) + 1;
  for (let y = 0; y < height; y++, from += stride) {
    const at = to + <usize>(reversed(y) >>> shift) * ROW;
    v128.store(at, v128.load(from));
    v128.store(at, v128.load(from, 16), 16);
  }
}

function reversed(bits: u32): u32 {
  bits = ((bits >>> 1) & 0x55555555) | ((bits & 0x55555555) << 1);
  bits = ((bits >>> 2) & 0x33333333) | ((bits & 0x33333333) << 2);
  bits = ((bits >>> 4) & 0x0f0f0f0f) | ((bits & 0x0f0f0f0f) << 4);
  return bswap(bits);
}

/** Cooley and Tukey, 1965, two steps at a time. */
function strip(re: usize, rooms: usize, height: i32, waves: usize): void {
  let half = 1;
  // An odd number of steps begins with a single one.
  if (ctz(height) & 1) {
    const end = re + rooms;
    for (let at = re; at < end; at += 2 * ROW)
      for (let i: usize = 0; i < ROW; i += 16) {
        pair(at + i);
        pair(at + i + rooms);
      }
    half = 2;
  }
  const sines = (<usize>height) << 1;
  for (; half < height; half <<= 2) {
    const apart = <usize>half * ROW;
    for (let k = 0; k < half; k++) {
      const near = waves + ((<usize>(k * (height / (2 * half)))) << 2);
      const far = waves + ((<usize>(k * (height / (4 * half)))) << 2);
      const nearCos = v128.load32_splat(near);
      const nearSin = v128.load32_splat(near + sines);
      const farCos = v128.load32_splat(far);
      const farSin = v128.load32_splat(far + sines);
      for (let row = k; row < height; row += half << 2) {
        const at = re + <usize>row * ROW;
        for (let i: usize = 0; i < ROW; i += 16) four(at + i, rooms, apart, nearCos, nearSin, farCos, farSin);
      }
    }
  }
}

function pair(at: usize): void {
  const a = v128.load(at);
  const b = v128.load(at + ROW);
  v128.store(at, f32x4.add(a, b));
  v128.store(at + ROW, f32x4.sub(a, b));
}

/** The steps between neighbours that are `apart`, and between those that are twice as far. */
function four(at: usize, rooms: usize, apart: usize, nearCos: v128, nearSin: v128, farCos: v128, farSin: v128): void {
  const second = at + apart;
  const third = second + apart;
  const fourth = third + apart;
  let x = v128.load(second);
  let y = v128.load(second + rooms);
  let re = f32x4.sub(f32x4.mul(x, nearCos), f32x4.mul(y, nearSin));
  let im = f32x4.add(f32x4.mul(x, nearSin), f32x4.mul(y, nearCos));
  x = v128.load(at);
  y = v128.load(at + rooms);
  const aRe = f32x4.add(x, re);
  const aIm = f32x4.add(y, im);
  const bRe = f32x4.sub(x, re);
  const bIm = f32x4.sub(y, im);
  x = v128.load(fourth);
  y = v128.load(fourth + rooms);
  re = f32x4.sub(f32x4.mul(x, nearCos), f32x4.mul(y, nearSin));
  im = f32x4.add(f32x4.mul(x, nearSin), f32x4.mul(y, nearCos));
  x = v128.load(third);
  y = v128.load(third + rooms);
  const cRe = f32x4.add(x, re);
  const cIm = f32x4.add(y, im);
  const dRe = f32x4.sub(x, re);
  const dIm = f32x4.sub(y, im);
  re = f32x4.sub(f32x4.mul(cRe, farCos), f32x4.mul(cIm, farSin));
  im = f32x4.add(f32x4.mul(cRe, farSin), f32x4.mul(cIm, farCos));
  v128.store(at, f32x4.add(aRe, re));
  v128.store(at + rooms, f32x4.add(aIm, im));
  v128.store(third, f32x4.sub(aRe, re));
  v128.store(third + rooms, f32x4.sub(aIm, im));
  re = f32x4.sub(f32x4.mul(dRe, farCos), f32x4.mul(dIm, farSin));
  im = f32x4.add(f32x4.mul(dRe, farSin), f32x4.mul(dIm, farCos));
  // A quarter of a turn further than the third.
  v128.store(second, f32x4.add(bRe, im));
  v128.store(second + rooms, f32x4.sub(bIm, re));
  v128.store(fourth, f32x4.sub(bRe, im));
  v128.store(fourth + rooms, f32x4.add(bIm, re));
}

/** Each of the columns becomes a row. */
function turned(from: usize, height: i32, to: usize): void {
  const stride = (<usize>height) << 2;
  for (let y: usize = 0; y < stride; y += 16, from += 4 * ROW) {
    square(from, to + y, stride);
    square(from + 16, to + y + 4 * stride, stride);
  }
}

function square(from: usize, to: usize, stride: usize): void {
  const a = v128.load(from);
  const b = v128.load(from + ROW);
  const c = v128.load(from + 2 * ROW);
  const d = v128.load(from + 3 * ROW);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const ba = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const dc = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f64>(ab, cd, 0, 2));
  v128.store(to + stride, v128.shuffle<f64>(ab, cd, 1, 3));
  v128.store(to + 2 * stride, v128.shuffle<f64>(ba, dc, 0, 2));
  v128.store(to + 3 * stride, v128.shuffle<f64>(ba, dc, 1, 3));
}
