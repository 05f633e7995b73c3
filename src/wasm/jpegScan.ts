/**
 * AssemblyScript (its compiler makes jpegScan.wasm of this file): the entropy-coded scans of a JPEG
 * (ITU-T T.81), luminance alone. Colour is passed over where it stands between luminance, and its
 * transform is never made. Numbers stand in the memory: what the caller writes and reads is said at
 * each `export`.
 */

const LOOK_BITS: i32 = 10;
const LOOK_SIZE: usize = 1 << 10;
/**
 * A Huffman table: combined entries (u32), symbol entries (u16), bounds and offsets per length (i32
 * x 17 each), 256 symbols.
 */
const LOOK_AT: usize = LOOK_SIZE * 4;
const BOUND_AT: usize = LOOK_AT + LOOK_SIZE * 2;
const OFFSET_AT: usize = BOUND_AT + 17 * 4;
const SYMBOLS_AT: usize = OFFSET_AT + 17 * 4;
const TABLE_SIZE: usize = SYMBOLS_AT + 256;

const TABLES: usize = memory.data(8 * (1024 * 4 + 1024 * 2 + 17 * 8 + 256), 16);
const BLOCK: usize = memory.data(64 * 4, 16);
const COMPONENTS: usize = memory.data(4 * 24, 16);
const COUNTS: usize = memory.data(16 + 256, 16);
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

/** 16 bytes: how many codes of each length; then the symbols. Written before `huffman`. */
export function countsAt(): usize {
  return COUNTS;
}
/**
 * 64 f32 in zigzag order: the quantisation of luminance times the scaling of the inverse transform.
 */
export function factorsAt(): usize {
  return FACTORS;
}
/** First byte that is the caller's: the file, then pixels or coefficients. */
export function freeAt(): usize {
  return (__heap_base + 15) & ~15;
}

/** Forgets all tables. */
export function reset(): void {
  memory.fill(TABLES, 0, 8 * TABLE_SIZE);
  memory.fill(BLOCK, 0, 256);
}

/** Makes table `slot` (0 to 3 for DC, 4 to 7 for AC) of what stands at `countsAt`. */
export function huffman(slot: i32): void {
  const table = TABLES + <usize>slot * TABLE_SIZE;
  memory.fill(table, 0, TABLE_SIZE);
  memory.copy(table + SYMBOLS_AT, COUNTS + 16, 256);
  let code = 0;
  let at = 0;
  for (let length = 1; length <= 16; length++) {
    store<i32>(table + OFFSET_AT + ((<usize>length) << 2), at - code);
    const many = <i32>load<u8>(COUNTS + <usize>length - 1);
    for (let i = 0; i < many && at < 256; i++, code++, at++) {
      if (length <= LOOK_BITS) enter(table, code, length, <i32>load<u8>(table + SYMBOLS_AT + <usize>at), slot >= 4);
    }
    store<i32>(table + BOUND_AT + ((<usize>length) << 2), code);
    code <<= 1;
  }
}

/**
 * All look-ups that begin with this code. An AC code whose value bits are in the look-up too gets
 * an entry of both: value, run, bits.
 */
function enter(table: usize, code: i32, length: i32, symbol: i32, isAc: bool): void {
  const free = LOOK_BITS - length;
  const first = code << free;
  const size = symbol & 15;
  for (let i = 0; i < 1 << free; i++) {
    const at = <usize>(first + i);
    if (at >= LOOK_SIZE) return;
    store<u16>(table + LOOK_AT + (at << 1), <u16>((length << 8) | symbol));
    if (!isAc || size > free) continue;
    let run = symbol >> 4;
    let value = 0;
    if (size) value = extend((i >> (free - size)) & ((1 << size) - 1), size);
    else if (symbol !== 0xf0) run = END_OF_BLOCK;
    store<i32>(table + (at << 2), (value << 16) | (run << 8) | (length + size));
  }
}

/** The run of an end-of-block code. */
const END_OF_BLOCK: i32 = 64;

function extend(value: i32, size: i32): i32 {
  return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}

/**
 * The bit stream: the next bits stand at the top of `bits`. Bits past a marker or the end are 0 and
 * counted as `invented`.
 */
let from: usize = 0;
let end: usize = 0;
let bits: u64 = 0;
let count: i32 = 0;
let invented: i32 = 0;

/** Brings the count to 33 at least: a code and its value. */
function refill(): void {
  if (count > 32) return;
  if (from + 4 <= end) {
    const four = bswap<u32>(load<u32>(from));
    if (((~four - 0x01010101) & four & 0x80808080) === 0) {
      bits |= (<u64>four) << (32 - count);
      count += 32;
      from += 4;
      return;
    }
  }
  refillByByte();
}

function refillByByte(): void {
  while (count <= 56) {
    let byte: u64 = 0;
    if (from >= end) invented += 8;
    else {
      byte = <u64>load<u8>(from);
      if (byte !== 0xff) from++;
      else if (from + 1 < end && load<u8>(from + 1) === 0) from += 2;
      else {
        byte = 0;
        invented += 8;
      }
    }
    bits |= byte << (56 - count);
    count += 8;
  }
}

function drop(n: i32): void {
  bits <<= <u64>n;
  count -= n;
}

function take(n: i32): i32 {
  const value = <i32>(bits >> <u64>(64 - n));
  drop(n);
  return value;
}

/** True when bits were used that the file does not have. */
function isOver(): bool {
  return invented > count;
}

/** The next symbol, -1 for a code that the table has not. */
function symbolOf(table: usize): i32 {
  const found = <i32>load<u16>(table + LOOK_AT + ((<usize>(bits >> (64 - LOOK_BITS))) << 1));
  if (!found) return longSymbol(table);
  drop(found >> 8);
  return found & 255;
}

function longSymbol(table: usize): i32 {
  const sixteen = <i32>(bits >> 48);
  for (let length = LOOK_BITS + 1; length <= 16; length++) {
    const code = sixteen >> (16 - length);
    if (code >= load<i32>(table + BOUND_AT + ((<usize>length) << 2))) continue;
    drop(length);
    return <i32>(
      load<u8>(table + SYMBOLS_AT + (<usize>(code + load<i32>(table + OFFSET_AT + ((<usize>length) << 2))) & 255))
    );
  }
  return -1;
}

const BAD: i32 = i32.MIN_VALUE;

/** The difference of the next DC coefficient. */
function dcOf(table: usize): i32 {
  refill();
  const size = symbolOf(table);
  if (size <= 0) return size < 0 ? BAD : 0;
  return size > 15 ? BAD : extend(take(size), size);
}

/**
 * The AC coefficients of the next block into BLOCK; the place of the last one, 0 for none, BAD for
 * a bad code.
 */
function acOf(table: usize): i32 {
  let last = 0;
  for (let k = 1; k < 64; k++) {
    refill();
    const both = load<i32>(table + ((<usize>(bits >> (64 - LOOK_BITS))) << 2));
    let value: i32;
    if (both) {
      drop(both & 255);
      k += (both >> 8) & 255;
      value = both >> 16;
      if (k >= END_OF_BLOCK) return ((both >> 8) & 255) === END_OF_BLOCK ? last : BAD;
    } else {
      const symbol = symbolOf(table);
      if (symbol < 0) return BAD;
      const size = symbol & 15;
      if (!size && symbol !== 0xf0) return last;
      k += symbol >> 4;
      if (k > 63) return BAD;
      value = size ? extend(take(size), size) : 0;
    }
    store<f32>(
      BLOCK + ((<usize>load<u8>(TURNED + <usize>k)) << 2),
      <f32>value * load<f32>(FACTORS + ((<usize>k) << 2)),
    );
    last = k;
  }
  return last;
}

/** Passes over the AC coefficients of a block; false for a bad code. */
function passAc(table: usize): bool {
  for (let k = 1; k < 64; k++) {
    refill();
    const both = load<i32>(table + ((<usize>(bits >> (64 - LOOK_BITS))) << 2));
    if (both) {
      drop(both & 255);
      k += (both >> 8) & 255;
    } else {
      const symbol = symbolOf(table);
      if (symbol < 0) return false;
      const size = symbol & 15;
      if (!size && symbol !== 0xf0) return true;
      k += symbol >> 4;
      if (size) drop(size);
    }
  }
  return true;
}

/**
 * Describes component `i` of the next scan: how many blocks of it a unit has across and down, and
 * its tables.
 */
export function component(i: i32, across: i32, down: i32, dc: i32, ac: i32): void {
  const at = COMPONENTS + <usize>i * 24;
  store<i32>(at, across);
  store<i32>(at, down, 4);
  store<usize>(at, TABLES + <usize>dc * TABLE_SIZE, 8);
  store<usize>(at, TABLES + <usize>(4 + ac) * TABLE_SIZE, 12);
}

/** What the last scan met: 0 for nothing, 1 for broken codes or data that ends early. */
let broken: i32 = 0;
export function isBroken(): i32 {
  return broken;
}
/** Where the last scan stopped: at the marker behind its data, unless it is broken. */
export function stoppedAt(): usize {
  return from;
}

function begin(at: usize, until: usize): void {
  from = at;
  end = until;
  bits = 0;
  count = 0;
  invented = 0;
  broken = 0;
}

/** Moves behind the next restart marker; false when another marker or the end comes first. */
function skipToRestart(): bool {
  for (; from + 1 < end; from++) {
    if (load<u8>(from) !== 0xff) continue;
    const marker = load<u8>(from + 1);
    if (marker === 0 || marker === 0xff) continue;
    if (marker < 0xd0 || marker > 0xd7) return false;
    from += 2;
    bits = 0;
    count = 0;
    invented = 0;
    return true;
  }
  return false;
}

/**
 * What the next scan is decoded into: rows of `stride` pixels, or, of a progressive picture, rows
 * of `stride` blocks of 64 i16 in zigzag order.
 */
let target: usize = 0;
let stride: usize = 0;
let isProgressive: bool = false;
/**
 * Of a progressive scan (T.81 annex G): first and last coefficient in zigzag order, and the bits of
 * successive approximation.
 */
let low: i32 = 0;
let high: i32 = 0;
let before: i32 = 0;
let shift: i32 = 0;
/** The blocks still to come that a band's end covers. */
let endRun: i32 = 0;

/** The next scan is sequential and gives pixels. */
export function intoPixels(pixels: usize, bytes: usize): void {
  target = pixels;
  stride = bytes;
  isProgressive = false;
}

/**
 * The next scan is progressive and gives the coefficients from `first` to `last`; those of AC hold
 * the luminance alone.
 */
export function intoBlocks(blocks: usize, width: usize, first: i32, last: i32, bitBefore: i32, bit: i32): void {
  target = blocks;
  stride = width;
  isProgressive = true;
  low = first;
  high = last;
  before = bitBefore;
  shift = bit;
}

/**
 * Decodes a scan.
 * @param components how many there are in a unit; `first` is the place of luminance among them
 * @param columns units in a row; `interval` units between restarts, 0 for none
 */
export function decode(
  at: usize,
  until: usize,
  components: i32,
  first: i32,
  columns: i32,
  rows: i32,
  interval: i32,
): void {
  begin(at, until);
  const units = columns * rows;
  for (let unit = 0; unit < units; ) {
    const stop = interval ? min(units, unit + interval) : units;
    for (let i = 0; i < components; i++) store<i32>(COMPONENTS + <usize>i * 24, 0, 16);
    endRun = 0;
    let row = unit / columns;
    let column = unit - row * columns;
    for (; unit < stop; unit++) {
      if (!decodeUnit(components, first, column, row) || isOver()) {
        broken = 1;
        break;
      }
      if (++column === columns) {
        column = 0;
        row++;
      }
    }
    unit = stop;
    if (unit < units && !skipToRestart()) {
      broken = 1;
      return;
    }
  }
}

function decodeUnit(components: i32, first: i32, column: i32, row: i32): bool {
  if (!isProgressive) return sequentialUnit(components, first, column, row);
  if (!low) return dcUnit(components, first, column, row);
  const block = blockAt(column, row);
  const table = load<usize>(COMPONENTS, 12);
  return before ? refine(block, table, low, high, shift) : firstBand(block, table, low, high, shift);
}

function blockAt(column: i32, row: i32): usize {
  return target + ((<usize>row * stride + <usize>column) << 7);
}

function sequentialUnit(components: i32, first: i32, column: i32, row: i32): bool {
  for (let i = 0; i < components; i++) {
    const description = COMPONENTS + <usize>i * 24;
    const across = load<i32>(description);
    const down = load<i32>(description, 4);
    const dcTable = load<usize>(description, 8);
    const acTable = load<usize>(description, 12);
    let dc = load<i32>(description, 16);
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++) {
        const difference = dcOf(dcTable);
        if (difference === BAD) return false;
        dc += difference;
        if (i !== first) {
          if (!passAc(acTable)) return false;
          continue;
        }
        const last = acOf(acTable);
        if (last === BAD) {
          memory.fill(BLOCK, 0, 256);
          return false;
        }
        toPixels(
          <f32>dc * load<f32>(FACTORS),
          last,
          target + (<usize>(row * down + y) * stride + <usize>(column * across + x)) * 8,
          stride,
        );
      }
    }
    store<i32>(description, dc, 16);
  }
  return true;
}

function dcUnit(components: i32, first: i32, column: i32, row: i32): bool {
  for (let i = 0; i < components; i++) {
    const description = COMPONENTS + <usize>i * 24;
    const across = load<i32>(description);
    const down = load<i32>(description, 4);
    const table = load<usize>(description, 8);
    let dc = load<i32>(description, 16);
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++) {
        const block = blockAt(column * across + x, row * down + y);
        if (before) {
          refill();
          const bit = take(1);
          if (i === first) store<i16>(block, load<i16>(block) | <i16>(bit << shift));
          continue;
        }
        const difference = dcOf(table);
        if (difference === BAD) return false;
        dc += difference;
        if (i === first) store<i16>(block, <i16>(dc << shift));
      }
    }
    store<i32>(description, dc, 16);
  }
  return true;
}

function firstBand(block: usize, table: usize, low: i32, high: i32, shift: i32): bool {
  if (endRun > 0) {
    endRun--;
    return true;
  }
  for (let k = low; k <= high; k++) {
    refill();
    const symbol = symbolOf(table);
    if (symbol < 0) return false;
    const run = symbol >> 4;
    const size = symbol & 15;
    if (size) {
      k += run;
      if (k > 63) return false;
      store<i16>(block + ((<usize>k) << 1), <i16>(extend(take(size), size) << shift));
    } else if (run < 15) {
      endRun = (1 << run) - 1 + (run ? take(run) : 0);
      break;
    } else k += 15;
  }
  return true;
}

function refine(block: usize, table: usize, low: i32, high: i32, shift: i32): bool {
  let k = low;
  if (!endRun) {
    for (; k <= high; k++) {
      refill();
      const symbol = symbolOf(table);
      if (symbol < 0) return false;
      let run = symbol >> 4;
      let value = 0;
      if (symbol & 15) value = take(1) ? 1 << shift : -1 << shift;
      else if (run < 15) {
        endRun = (1 << run) + (run ? take(run) : 0);
        break;
      }
      for (; k <= high; k++) {
        const at = block + ((<usize>k) << 1);
        if (load<i16>(at)) correct(at, shift);
        else if (--run < 0) {
          if (value) store<i16>(at, <i16>value);
          break;
        }
      }
    }
  }
  if (endRun > 0) {
    for (; k <= high; k++) {
      const at = block + ((<usize>k) << 1);
      if (load<i16>(at)) correct(at, shift);
    }
    endRun--;
  }
  return true;
}

/** One more bit of a coefficient that is not 0. */
function correct(at: usize, shift: i32): void {
  refill();
  const value = <i32>load<i16>(at);
  if (take(1) && !(abs(value) & (1 << shift)))
    store<i16>(at, <i16>(value < 0 ? value - (1 << shift) : value + (1 << shift)));
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
        store<f32>(
          BLOCK + ((<usize>load<u8>(TURNED + <usize>k)) << 2),
          <f32>value * load<f32>(FACTORS + ((<usize>k) << 2)),
        );
        last = k;
      }
      const dc = <f32>load<i16>(block) * load<f32>(FACTORS);
      toPixels(dc, last, room + ((<usize>column) << 3), stride);
    }
    memory.copy(blocks + <usize>row * stride * 8, room, stride * 8);
  }
}

/** The last coefficient that lies in the upper left quarter with all before it. */
const QUARTER: i32 = 9;

/**
 * Inverse cosine transform of BLOCK after Arai, Agui and Nakajima (1988) into 8 x 8 pixels; BLOCK
 * is left empty.
 */
function toPixels(dc: f32, last: i32, out: usize, stride: usize): void {
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
