/**
 * AssemblyScript, part of finderScan: sightings of finder patterns, gathered by place and size into
 * finders, so that a new one finds its like without looking at all of them (moiré gives thousands).
 * A set lies where the caller says: its numbers, the cells by the hash of their key, the finders.
 */

/** Of the numbers: finders in the set, sightings of them, sightings at most, bytes of the cells. */
const FINDERS: usize = 0;
const SIGHTINGS: usize = 4;
const MOST: usize = 8;
const CELL_BYTES: usize = 12;
/** The first finder of each cell, then the last of each, as places. */
const CELLS: usize = 16;
/** Rows of cells begin at so many places, wherever their number puts them. */
const STARTS: i32 = 1 << 15;
/** Of a finder: x, y, pixels a module as f64; then how often it was seen, its cell's key, the next one there. */
const RECORD: usize = 40;
const HITS: usize = 24;
const KEY: usize = 28;
const NEXT: usize = 32;

/** Sightings this near to each other are one finder. */
const SAME_MODULES: f64 = 2.5;
const CELL_MODULES: f64 = 4;

/** Bytes of the first finders of all cells: the smallest cells have two pixels, one lies outside. */
function cellBytesOf(width: i32): usize {
  return (<usize>(STARTS + (width >> 1) + 8)) << 2;
}

/** Bytes of a set of so many sightings in a picture of a width. */
export function sizeOf(most: i32, width: i32): usize {
  return CELLS + 2 * cellBytesOf(width) + <usize>most * RECORD;
}

export function clear(set: usize, most: i32, width: i32): void {
  const bytes = cellBytesOf(width);
  memory.fill(set, 0, CELLS + bytes);
  store<i32>(set, most, MOST);
  store<u32>(set, <u32>bytes, CELL_BYTES);
}

function recordsOf(set: usize): usize {
  return set + CELLS + 2 * <usize>load<u32>(set, CELL_BYTES);
}

export function isFull(set: usize): bool {
  return load<i32>(set, SIGHTINGS) === load<i32>(set, MOST);
}

/** How often finders were seen, all together. */
export function sightingsOf(set: usize): i32 {
  return load<i32>(set, SIGHTINGS);
}

/** Adds a sighting, unless the set is full: to the finder that it is one of, or as a new one. */
export function sight(set: usize, x: f64, y: f64, module: f64): void {
  if (isFull(set)) return;
  store<i32>(set, load<i32>(set, SIGHTINGS) + 1, SIGHTINGS);
  const magnitude = magnitudeOf(module);
  for (let i = 0; i < 3; i++) {
    const near = nearIn(set, i === 2 ? magnitude + 1 : magnitude - i, x, y);
    if (!near) continue;
    const hits = load<i32>(near, HITS) + 1;
    store<i32>(near, hits, HITS);
    store<f64>(near, load<f64>(near) + (x - load<f64>(near)) / <f64>hits);
    store<f64>(near, load<f64>(near, 8) + (y - load<f64>(near, 8)) / <f64>hits, 8);
    store<f64>(near, load<f64>(near, 16) + (module - load<f64>(near, 16)) / <f64>hits, 16);
    return;
  }
  append(set, x, y, module, magnitude);
}

/** The binary logarithm, rounded. */
function magnitudeOf(module: f64): i32 {
  const bits = reinterpret<u64>(module);
  const mantissa = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  return <i32>(bits >> 52) - 1023 + (mantissa >= Math.SQRT2 ? 1 : 0);
}

/** Side of the cells of finders of a magnitude. */
function sideOf(magnitude: i32): f64 {
  return CELL_MODULES * reinterpret<f64>((<u64>(magnitude + 1023)) << 52);
}

/** Cells may share a key: places are compared after. */
function keyOf(magnitude: i32, column: i32, row: i32): i32 {
  return (magnitude << 24) ^ ((row + 1) << 12) ^ (column + 1);
}

/**
 * Where the first finder of a cell is kept: those of a row lie side by side. Rows may lie over each
 * other: keys are compared after.
 */
function cellOf(set: usize, magnitude: i32, column: i32, row: i32): usize {
  const start = (row * 20503 + magnitude * 9377) & (STARTS - 1);
  return set + CELLS + ((<usize>(start + column + 1)) << 2);
}

/** A finder of a magnitude near to the place, or 0. */
function nearIn(set: usize, magnitude: i32, x: f64, y: f64): usize {
  const side = sideOf(magnitude);
  const column = <i32>Math.floor(x / side);
  const row = <i32>Math.floor(y / side);
  const upper = v128.load(cellOf(set, magnitude, column - 1, row - 1));
  const middle = v128.load(cellOf(set, magnitude, column - 1, row));
  const lower = v128.load(cellOf(set, magnitude, column - 1, row + 1));
  // Mostly there is none in any cell.
  if (!v128.any_true(v128.or(middle, v128.or(upper, lower)))) return 0;
  for (let c = column - 1; c <= column + 1; c++) {
    for (let r = row - 1; r <= row + 1; r++) {
      const key = keyOf(magnitude, c, r);
      for (let at = <usize>load<u32>(cellOf(set, magnitude, c, r)); at; at = <usize>load<u32>(at, NEXT)) {
        if (load<i32>(at, KEY) !== key) continue;
        const dx = load<f64>(at) - x;
        const dy = load<f64>(at, 8) - y;
        const reach = SAME_MODULES * load<f64>(at, 16);
        if (dx * dx + dy * dy < reach * reach) return at;
      }
    }
  }
  return 0;
}

function append(set: usize, x: f64, y: f64, module: f64, magnitude: i32): void {
  const count = load<i32>(set, FINDERS);
  store<i32>(set, count + 1, FINDERS);
  const side = sideOf(magnitude);
  const column = <i32>Math.floor(x / side);
  const row = <i32>Math.floor(y / side);
  const at = recordsOf(set) + <usize>count * RECORD;
  store<f64>(at, x);
  store<f64>(at, y, 8);
  store<f64>(at, module, 16);
  store<i32>(at, 1, HITS);
  store<i32>(at, keyOf(magnitude, column, row), KEY);
  store<u32>(at, 0, NEXT);
  const first = cellOf(set, magnitude, column, row);
  const last = first + <usize>load<u32>(set, CELL_BYTES);
  if (load<u32>(first)) store<u32>(<usize>load<u32>(last), <u32>at, NEXT);
  else store<u32>(first, <u32>at);
  store<u32>(last, <u32>at);
}

/**
 * Writes the finders of a set that were seen so often, in the order of their first sighting, each as
 * four f64: x, y, pixels a module, and how often. It may be the set's own place, which is no set after.
 * @returns how many there are
 */
export function gather(set: usize, least: i32, to: usize): i32 {
  const records = recordsOf(set);
  const end = records + <usize>load<i32>(set, FINDERS) * RECORD;
  let count = 0;
  for (let at = records; at < end; at += RECORD) {
    const hits = load<i32>(at, HITS);
    if (hits < least) continue;
    memory.copy(to, at, HITS);
    store<f64>(to, <f64>hits, HITS);
    to += 32;
    count++;
  }
  return count;
}
