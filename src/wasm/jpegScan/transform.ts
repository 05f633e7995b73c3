/**
 * AssemblyScript, part of jpegScan: coefficients to pixels, by the transform after Arai, Agui and Nakajima
 * (1988).
 */

const BLOCK: usize = memory.data(64 * 4, 16);
const FACTORS: usize = memory.data(64 * 4, 16);

/**
 * Where the k-th coefficient stands in BLOCK, which is kept turned (column by column), for the
 * first pass then goes along rows.
 */
const TURNED: usize = memory.data<u8>([
  0, 8, 1, 2, 9, 16, 24, 17, 10, 3, 4, 11, 18, 25, 32, 40, 33, 26, 19, 12, 5, 6, 13, 20, 27, 34, 41, 48, 56, 49, 42, 35,
  28, 21, 14, 7, 15, 22, 29, 36, 43, 50, 57, 58, 51, 44, 37, 30, 23, 31, 38, 45, 52, 59, 60, 53, 46, 39, 47, 54, 61, 62,
  55, 63,
]);

/**
 * 64 f32 in zigzag order: the quantisation of luminance times the scaling of the inverse transform.
 */
export function factorsAt(): usize {
  return FACTORS;
}

/** The block that `setCoefficient` fills is all zeros again. */
export function clearBlock(): void {
  memory.fill(BLOCK, 0, 256);
}

/** Sets the k-th coefficient of the block, in zigzag order, by its quantised value. */
export function setCoefficient(k: i32, value: i32): void {
  store<f32>(BLOCK + ((<usize>load<u8>(TURNED + <usize>k)) << 2), <f32>value * load<f32>(FACTORS + ((<usize>k) << 2)));
}

/**
 * Turns `width` * `height` blocks of coefficients into rows of 8 * `width` pixels, which take the
 * first half of the blocks' place: those of a row of blocks are made in `room` (64 * `width` bytes)
 * and end before the coefficients that come next.
 */
export function transform(blocks: usize, width: i32, height: i32, room: usize): void {
  const stride = (<usize>width) << 3;
  let block = blocks;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++, block += 128) {
      let last = 0;
      for (let k = 1; k < 64; k++) {
        const value = load<i16>(block + ((<usize>k) << 1));
        if (!value) continue;
        setCoefficient(k, value);
        last = k;
      }
      toPixels(load<i16>(block), last, room + ((<usize>column) << 3), stride);
    }
    memory.copy(blocks + <usize>row * stride * 8, room, stride * 8);
  }
}

/** The last coefficient that lies in the upper left quarter with all before it. */
const QUARTER: i32 = 9;

/**
 * The block into 8 x 8 pixels; it is left empty.
 * @param average its first coefficient, quantised, which is not in the block
 * @param last the place of its last one that is not 0, 0 for none
 */
export function toPixels(average: i32, last: i32, out: usize, stride: usize): void {
  const dc = <f32>average * load<f32>(FACTORS);
  if (!last) {
    const value = i8x16.splat(<u8>max<i32>(0, min<i32>(255, <i32>floor<f32>(dc + 128.5))));
    for (let y = 0; y < 8; y++, out += stride) v128.store64_lane(out, value, 0);
    return;
  }
  store<f32>(BLOCK, dc);
  pass(BLOCK);
  if (last > QUARTER) pass(BLOCK + 16);
  turn(BLOCK, BLOCK);
  turn(BLOCK + 144, BLOCK + 144);
  swapTurned(BLOCK + 16, BLOCK + 128);
  pass(BLOCK);
  pass(BLOCK + 16);
  const level = f32x4.splat(128.5);
  const zero = i32x4.splat(0);
  for (let at = BLOCK; at < BLOCK + 256; at += 32, out += stride) {
    const left = i32x4.trunc_sat_f32x4_s(f32x4.add(v128.load(at), level));
    const right = i32x4.trunc_sat_f32x4_s(f32x4.add(v128.load(at, 16), level));
    const words = i16x8.narrow_i32x4_s(left, right);
    v128.store64_lane(out, i8x16.narrow_i16x8_u(words, words), 0);
    v128.store(at, zero);
    v128.store(at, zero, 16);
  }
}

/** Transposes 4 x 4 numbers in rows of 32 bytes from `at` to `to`. */
function turn(at: usize, to: usize): void {
  const a = v128.load(at);
  const b = v128.load(at, 32);
  const c = v128.load(at, 64);
  const d = v128.load(at, 96);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const ab2 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd2 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(to, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(to, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7), 32);
  v128.store(to, v128.shuffle<f32>(ab2, cd2, 0, 1, 4, 5), 64);
  v128.store(to, v128.shuffle<f32>(ab2, cd2, 2, 3, 6, 7), 96);
}

/** Exchanges two 4 x 4 quarters, each transposed. */
function swapTurned(one: usize, other: usize): void {
  const a = v128.load(one);
  const b = v128.load(one, 32);
  const c = v128.load(one, 64);
  const d = v128.load(one, 96);
  turn(other, one);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5);
  const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const ab2 = v128.shuffle<f32>(a, b, 2, 6, 3, 7);
  const cd2 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(other, v128.shuffle<f32>(ab, cd, 0, 1, 4, 5));
  v128.store(other, v128.shuffle<f32>(ab, cd, 2, 3, 6, 7), 32);
  v128.store(other, v128.shuffle<f32>(ab2, cd2, 0, 1, 4, 5), 64);
  v128.store(other, v128.shuffle<f32>(ab2, cd2, 2, 3, 6, 7), 96);
}

/** One pass over four columns of eight values in rows of 32 bytes. */
function pass(at: usize): void {
  const v0 = v128.load(at);
  const v1 = v128.load(at, 32);
  const v2 = v128.load(at, 64);
  const v3 = v128.load(at, 96);
  const v4 = v128.load(at, 128);
  const v5 = v128.load(at, 160);
  const v6 = v128.load(at, 192);
  const v7 = v128.load(at, 224);
  const root2 = f32x4.splat(<f32>Math.SQRT2);
  const evenSum = f32x4.add(v0, v4);
  const evenGap = f32x4.sub(v0, v4);
  const midSum = f32x4.add(v2, v6);
  const midGap = f32x4.sub(f32x4.mul(f32x4.sub(v2, v6), root2), midSum);
  const e0 = f32x4.add(evenSum, midSum);
  const e3 = f32x4.sub(evenSum, midSum);
  const e1 = f32x4.add(evenGap, midGap);
  const e2 = f32x4.sub(evenGap, midGap);
  const innerSum = f32x4.add(v5, v3);
  const innerGap = f32x4.sub(v5, v3);
  const outerSum = f32x4.add(v1, v7);
  const outerGap = f32x4.sub(v1, v7);
  const turned = f32x4.mul(f32x4.add(innerGap, outerGap), f32x4.splat(1.8477590650225735));
  const o7 = f32x4.add(outerSum, innerSum);
  const o6 = f32x4.sub(f32x4.sub(turned, f32x4.mul(innerGap, f32x4.splat(2.613125929752753))), o7);
  const o5 = f32x4.sub(f32x4.mul(f32x4.sub(outerSum, innerSum), root2), o6);
  const o4 = f32x4.sub(f32x4.sub(turned, f32x4.mul(outerGap, f32x4.splat(1.082392200292394))), o5);
  v128.store(at, f32x4.add(e0, o7));
  v128.store(at, f32x4.sub(e0, o7), 224);
  v128.store(at, f32x4.add(e1, o6), 32);
  v128.store(at, f32x4.sub(e1, o6), 192);
  v128.store(at, f32x4.add(e2, o5), 64);
  v128.store(at, f32x4.sub(e2, o5), 160);
  v128.store(at, f32x4.add(e3, o4), 96);
  v128.store(at, f32x4.sub(e3, o4), 128);
}
