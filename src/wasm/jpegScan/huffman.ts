/** AssemblyScript, part of jpegScan: Huffman tables and their codes (ITU-T T.81 annex C, F.2.2.3). */
import { bits, drop, refill, take } from './bits';

/** Bits that a look-up takes at once. */
export const LOOK_BITS: i32 = 10;
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
const COUNTS: usize = memory.data(16 + 256, 16);

/** 16 bytes: how many codes of each length; then the symbols. Written before `huffman`. */
export function countsAt(): usize {
  return COUNTS;
}

/** Table `slot`. */
export function tableAt(slot: i32): usize {
  return TABLES + <usize>slot * TABLE_SIZE;
}

/** Forgets all tables. */
export function forgetTables(): void {
  memory.fill(TABLES, 0, 8 * TABLE_SIZE);
}

/** Makes table `slot` (0 to 3 for DC, 4 to 7 for AC) of what stands at `countsAt`. */
export function huffman(slot: i32): void {
  const table = tableAt(slot);
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
export const END_OF_BLOCK: i32 = 64;

/** The value of `size` bits (T.81 F.2.2.1). */
export function extend(value: i32, size: i32): i32 {
  return value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
}

/** The next symbol, -1 for a code that the table has not. */
export function symbolOf(table: usize): i32 {
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

/** Stands for a bad code. */
export const BAD: i32 = i32.MIN_VALUE;

/** The difference of the next DC coefficient, BAD for a bad code. */
export function dcOf(table: usize): i32 {
  refill();
  const size = symbolOf(table);
  if (size <= 0) return size < 0 ? BAD : 0;
  return size > 15 ? BAD : extend(take(size), size);
}
