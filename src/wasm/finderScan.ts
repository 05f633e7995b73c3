/**
 * AssemblyScript (its compiler makes finderScan.wasm of this file): where finder patterns are seen
 * in a black and white picture, 0 dark and 255 light, one byte a pixel, row by row. All places are
 * bytes of the memory, which the caller lays out from `freeAt` on.
 */
import { clear, isFull, sight } from './finderScan/sightings';

export { gather, sightingsOf, sizeOf } from './finderScan/sightings';

/** First byte that is the caller's. */
export function freeAt(): usize {
  return (__heap_base + 15) & ~15;
}

/** Bytes of `room` that the scans want. */
export function roomFor(width: i32): usize {
  return <usize>(4 * width + 32);
}

/** Of the running call. */
let picture: usize = 0;
let across: i32 = 0;
let down: i32 = 0;
/**
 * What `alongColumn` measured: the lengths of the runs up and down from a point, and the sum that a
 * test left.
 */
let up0: i32 = 0;
let up1: i32 = 0;
let up2: i32 = 0;
let down0: i32 = 0;
let down1: i32 = 0;
let down2: i32 = 0;

/**
 * Writes where each run of a row begins, and the row's end after the last; returns how many runs
 * there are.
 */
function runsOf(row: usize, width: i32, starts: usize): i32 {
  store<i32>(starts, 0);
  let at = starts + 4;
  let x = 1;
  for (; x + 16 <= width; x += 16) {
    const here = row + <usize>x;
    let changes = i8x16.bitmask(v128.xor(v128.load(here), v128.load(here - 1)));
    for (; changes; changes &= changes - 1, at += 4) store<i32>(at, x + ctz(changes));
  }
  for (; x < width; x++) {
    if (load<u8>(row + <usize>x) === load<u8>(row + <usize>(x - 1))) continue;
    store<i32>(at, x);
    at += 4;
  }
  store<i32>(at, width);
  return <i32>((at - starts) >> 2);
}

/** How far the value goes on from a row of a column, at most `most` pixels; `step` is 1 or -1. */
function runLength(x: i32, y: i32, step: i32, value: u8, most: i32): i32 {
  const end = step > 0 ? min(most, down - y) : min(most, y + 1);
  const stride = step * across;
  let length = 0;
  for (let at = picture + <usize>(y * across + x); length < end && load<u8>(at) === value; at += stride) length++;
  return length;
}

/** Measures three runs up and three down from a point, the middle one of which they share. */
function alongColumn(x: i32, y: i32, value: u8, most: i32): void {
  const other = ~value;
  up0 = runLength(x, y, -1, value, most);
  up1 = runLength(x, y - up0, -1, other, most);
  up2 = runLength(x, y - up0 - up1, -1, value, most);
  down0 = runLength(x, y, 1, value, most);
  down1 = runLength(x, y + down0, 1, other, most);
  down2 = runLength(x, y + down0 + down1, 1, value, most);
}

/**
 * Whether a run of `whole`, which has seven modules, has so many of them: give or take `slack`
 * tenths of a module and half a pixel.
 */
function isNear(length: i32, modules: i32, whole: i32, slack: i32): bool {
  return abs(70 * length - 10 * modules * whole) <= slack * whole + 35;
}

function isFinder(a: i32, b: i32, c: i32, d: i32, e: i32, whole: i32): bool {
  return (
    isNear(c, 3, whole, 13) &&
    isNear(a, 1, whole, 8) &&
    isNear(b, 1, whole, 8) &&
    isNear(d, 1, whole, 8) &&
    isNear(e, 1, whole, 8)
  );
}

/**
 * Finder patterns, in every second row: runs of 1:1:3:1:1 that also hold along the column.
 * @param core the value of their border and core: 0 for dark ones, 255 for light ones
 * @param set takes `most` sightings
 */
export function finders(from: usize, width: i32, height: i32, core: u8, set: usize, most: i32, room: usize): void {
  picture = from;
  across = width;
  down = height;
  clear(set, most, width);
  for (let y = 1; y < height - 1; y += 2) {
    const row = from + <usize>(y * width);
    const runs = runsOf(row, width, room);
    for (let k = load<u8>(row) === core ? 0 : 1; k + 5 <= runs; k += 2) {
      const at = room + ((<usize>k) << 2);
      const s0 = load<i32>(at);
      const s1 = load<i32>(at, 4);
      const s2 = load<i32>(at, 8);
      const s3 = load<i32>(at, 12);
      const s4 = load<i32>(at, 16);
      const s5 = load<i32>(at, 20);
      const whole = s5 - s0;
      if (whole < 7 || !isFinder(s1 - s0, s2 - s1, s3 - s2, s4 - s3, s5 - s4, whole)) continue;
      const unit = <f64>whole / 7;
      const x = (s2 + s3 + 1) >> 1;
      alongColumn(x, y, core, (6 * whole + 6) / 7);
      const high = up2 + up1 + up0 + down0 - 1 + down1 + down2;
      const module = <f64>high / 7;
      if (module < 0.25 * unit || module > 4 * unit || !isFinder(up2, up1, up0 + down0 - 1, down1, down2, high))
        continue;
      if (isFull(set)) return;
      sight(set, <f64>x, <f64>y + <f64>(down0 - up0) / 2, (unit + module) / 2);
    }
  }
}

/** Half a pixel is lost or won at each end. */
function isRun(length: i32, modules: f64, unit: f64): bool {
  return abs(<f64>length - modules * unit) <= 0.3 * modules * unit + 0.7;
}

/** The same for one module of five, in whole numbers: most runs fail here. */
function isFifth(length: i32, whole: i32): bool {
  return abs(50 * length - 10 * whole) <= 3 * whole + 35;
}

/** Room for the columns of a finder pattern's modules' middles. */
const COLUMNS = memory.data(28);
/** Of an upright finder pattern's 49 modules so many may be wrong. */
const WRONG_OF_49: i32 = 7;

/**
 * Finder patterns whose border may run into the ground, in every row: a ring and what it encloses,
 * told by the whole plane of the pattern.
 * @param dark takes `most` sightings of rings around a dark core
 * @param light as many of those around a light one
 */
export function rings(from: usize, width: i32, height: i32, dark: usize, light: usize, most: i32, room: usize): void {
  picture = from;
  across = width;
  down = height;
  clear(dark, most, width);
  clear(light, most, width);
  for (let y = 1; y < height - 1; y++) {
    const row = from + <usize>(y * width);
    const runs = runsOf(row, width, room);
    let core = ~load<u8>(row);
    for (let k = 1; k + 4 <= runs; k++) {
      core = ~core;
      const at = room + ((<usize>k) << 2);
      const s0 = load<i32>(at);
      const s1 = load<i32>(at, 4);
      const s3 = load<i32>(at, 12);
      const whole = s3 - s0;
      if (whole < 6 || !isFifth(s1 - s0, whole)) continue;
      const s2 = load<i32>(at, 8);
      if (!isFifth(s3 - s2, whole)) continue;
      const unit = <f64>whole / 5;
      const border = 0.5 * unit;
      if (<f64>(s0 - load<i32>(at - 4)) < border || <f64>(load<i32>(at, 16) - s3) < border) continue;
      const x = <f64>(s1 + s2 - 1) / 2;
      alongColumn((s1 + s2) >> 1, y, core, (3 * whole + 4) / 5);
      const high = up0 + down0 - 1;
      const module = <f64>(up1 + high + down1) / 5;
      if (abs(module - unit) > 0.25 * unit + 0.4) continue;
      if (!isRun(up1, 1, module) || !isRun(high, 3, module) || !isRun(down1, 1, module)) continue;
      if (<f64>min(up2, down2) < 0.5 * module) continue;
      const middle = <f64>y + <f64>(down0 - up0) / 2;
      const side = (unit + module) / 2;
      if (isRing(x, middle, side, core)) sight(core ? light : dark, x, middle, side);
    }
  }
}

/**
 * Whether enough modules of a finder pattern with its middle here are as they must be; what lies
 * outside the picture is taken for the border.
 */
function isRing(x: f64, y: f64, module: f64, core: u8): bool {
  for (let i = -3; i <= 3; i++)
    store<i32>(COLUMNS + ((<usize>(i + 3)) << 2), <i32>Math.floor(x + <f64>i * module + 0.5));
  let wrong = 0;
  for (let j = -3; j <= 3; j++) {
    const row = <i32>Math.floor(y + <f64>j * module + 0.5);
    const isOut = <u32>row >= <u32>down;
    const from = picture + <usize>(row * across);
    for (let i = 0; i < 7; i++) {
      const column = load<i32>(COLUMNS + ((<usize>i) << 2));
      const value = isOut || <u32>column >= <u32>across ? core : load<u8>(from + <usize>column);
      if ((value === core) === (max(abs(i - 3), abs(j)) === 2)) wrong++;
    }
    if (wrong > WRONG_OF_49) return false;
  }
  return true;
}
