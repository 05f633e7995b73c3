/**
 * A bit stream that grows from the most significant bit of its first byte, as the standard writes
 * it.
 */
export interface BitWriter {
  /** Appends the lowest `count` (0 to 24) bits of `value`, most significant first. */
  put(value: number, count: number): void;
  readonly length: number;
}

/** A writer into `bytes` (all zero, long enough for what will be put). */
export function bitWriter(bytes: Uint8Array): BitWriter {
  let length = 0;
  return {
    put(value, count) {
      for (let left = count; left > 0; ) {
        const room = 8 - (length & 7);
        const taken = Math.min(room, left);
        const chunk = (value >>> (left - taken)) & ((1 << taken) - 1);
        bytes[length >>> 3]! |= chunk << (room - taken);
        length += taken;
        left -= taken;
      }
    },
    get length() {
      return length;
    },
  };
}
