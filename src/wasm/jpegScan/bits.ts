/** AssemblyScript, part of jpegScan: the bits of entropy-coded data (ITU-T T.81 F.2.2.5). */

/**
 * The bit stream: the next bits stand at the top of `bits`. Bits past a marker or the end are 0 and
 * counted as `invented`.
 */
let from: usize = 0;
let end: usize = 0;
export let bits: u64 = 0;
let count: i32 = 0;
let invented: i32 = 0;

/** Brings the count to 33 at least: a code and its value. */
export function refill(): void {
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

export function drop(n: i32): void {
  bits <<= <u64>n;
  count -= n;
}

export function take(n: i32): i32 {
  const value = <i32>(bits >> <u64>(64 - n));
  drop(n);
  return value;
}

/** True when bits were used that the file does not have. */
export function isOver(): bool {
  return invented > count;
}

/** The stream begins at a place of the memory and ends before another. */
export function begin(at: usize, until: usize): void {
  from = at;
  end = until;
  bits = 0;
  count = 0;
  invented = 0;
}

/** Where the next byte is read. */
export function placeOf(): usize {
  return from;
}

/** Moves behind the next restart marker; false when another marker or the end comes first. */
export function skipToRestart(): bool {
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
