/**
 * Facsimile coding of black and white rows (ITU-T T.4 in one and two dimensions, T.6) to packed
 * bits, 1 for black.
 */
import { type Codes, HORIZONTAL, LONGEST, modeCodes, PASS, runCodes } from './faxCodes';

export interface FaxKind {
  /**
   * `rows` is T.4 without ends of lines, each row at a new byte; `mixed` tells before each row
   * whether it is coded after the one above.
   */
  kind: 'rows' | 'lines' | 'mixed' | 't6';
}

/** @returns whether every row was read; those that were not are white, or as far as they go */
export function unpackFax(
  packed: Uint8Array,
  { kind }: FaxKind,
  width: number,
  height: number,
): { data: Uint8Array; whole: boolean } {
  const stride = (width + 7) >> 3;
  const data = new Uint8Array(stride * height);
  const bits = bitsOf(packed);
  let above: number[] = [];
  let whole = true;
  for (let y = 0; y < height; y++) {
    if (kind === 'rows') bits.align();
    else if (kind !== 't6' && !bits.skipEnd() && y > 0 && !whole) break;
    const is2d = kind === 't6' || (kind === 'mixed' && bits.take() === 0);
    const { changes, isSound } = is2d ? rowAfter(bits, above, width) : row(bits, width);
    paint(data.subarray(y * stride, (y + 1) * stride), changes, width);
    above = changes;
    if (isSound) continue;
    whole = false;
    // Ends of lines are there to go on after an error.
    if (kind === 't6' || kind === 'rows' || !bits.findEnd()) break;
  }
  return { data, whole };
}

type Bits = ReturnType<typeof bitsOf>;

function bitsOf(bytes: Uint8Array) {
  const end = bytes.length * 8;
  let at = 0;
  const peek = (i: number) => (i < end ? (bytes[i >> 3]! >> (7 - (i & 7))) & 1 : 0);
  /**
   * Where the code of an end of line, eleven zeros and a one, begins to be its one; undefined when
   * something else comes first.
   */
  const endAt = (from: number): number | undefined => {
    let i = from;
    while (i < end && !peek(i)) i++;
    return i < end && i - from >= 11 ? i : undefined;
  };
  return {
    take: () => peek(at++),
    align: () => {
      at = (at + 7) & ~7;
    },
    skipEnd(): boolean {
      const one = endAt(at);
      if (one === undefined) return false;
      at = one + 1;
      return true;
    },
    findEnd(): boolean {
      for (; at < end; at++)
        if (endAt(at) !== undefined) return true;
        else while (at < end && !peek(at)) at++;
      return false;
    },
    /** The value of the next code; undefined when there is none. */
    code(codes: Codes): number | undefined {
      let key = 1;
      for (let i = 0; i < LONGEST && at + i < end; i++) {
        key = (key << 1) | peek(at + i);
        const value = codes.get(key);
        if (value === undefined) continue;
        at += i + 1;
        return value;
      }
      return undefined;
    },
  };
}

function run(bits: Bits, colour: 0 | 1): number | undefined {
  for (let length = 0; ; ) {
    const part = bits.code(runCodes[colour]);
    if (part === undefined) return undefined;
    length += part;
    if (part < 64) return length;
  }
}

interface Row {
  /** Where the colour changes, the first time to black. */
  changes: number[];
  isSound: boolean;
}

function row(bits: Bits, width: number): Row {
  const changes: number[] = [];
  for (let x = 0; x < width; ) {
    const length = run(bits, (changes.length & 1) as 0 | 1);
    if (length === undefined) return { changes, isSound: false };
    x += length;
    changes.push(Math.min(x, width));
  }
  return { changes, isSound: true };
}

function rowAfter(bits: Bits, above: readonly number[], width: number): Row {
  const changes: number[] = [];
  let colour: 0 | 1 = 0;
  for (let x = -1; x < width; ) {
    // The first change above, right of here, to the other colour.
    let i: number = colour;
    while ((above[i] ?? width) <= x && (above[i] ?? width) < width) i += 2;
    const mode = bits.code(modeCodes);
    if (mode === undefined) return { changes, isSound: false };
    if (mode === PASS) x = above[i + 1] ?? width;
    else if (mode === HORIZONTAL) {
      const first = run(bits, colour);
      const second = first === undefined ? undefined : run(bits, (1 - colour) as 0 | 1);
      if (first === undefined || second === undefined) return { changes, isSound: false };
      const middle = Math.min(width, Math.max(0, x) + first);
      x = Math.min(width, middle + second);
      changes.push(middle, x);
    } else {
      x = Math.max(0, x, Math.min(width, (above[i] ?? width) + mode));
      changes.push(x);
      colour = (1 - colour) as 0 | 1;
    }
  }
  return { changes, isSound: true };
}

function paint(line: Uint8Array, changes: readonly number[], width: number): void {
  for (let i = 0; i < changes.length; i += 2) {
    const end = changes[i + 1] ?? width;
    for (let x = changes[i]!; x < end; x++) line[x >> 3]! |= 128 >> (x & 7);
  }
}
