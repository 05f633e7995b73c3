/** Cuts bytes into the numeric, alphanumeric and byte segments that need the fewest bits (dynamic programming over all cuts). */
import { alphanumericValues, headerBits, type Segment } from './segments';

const modes = ['byte', 'alphanumeric', 'numeric'] as const;
const isDigit = (byte: number) => byte >= 48 && byte <= 57;

/** Sixths of a bit a byte costs in each of `modes`: 8, 11/2 and 10/3 bits, so that all sums are whole numbers. */
const sixths = [48, 33, 20];
const wholeBits = (cost: number) => Math.ceil(cost / 6) * 6;

/**
 * The shortest segmentation of `bytes` (0 to about 7,100) for the header lengths of `version`'s class; of equally long ones the one with
 * the fewest segments. Bytes of a character beyond ASCII fit byte mode only, so no character is ever cut.
 */
export function segmentBytes(bytes: Uint8Array, version: number): Segment[] {
  const headers = modes.map((mode) => headerBits(mode, version) * 6);
  // From which mode the byte i, written in mode m, was reached.
  const from = new Uint8Array(bytes.length * 3);
  let costs = [...headers];
  for (let i = 0; i < bytes.length; i++) {
    const fits = [true, alphanumericValues[bytes[i]!]! >= 0, isDigit(bytes[i]!)];
    const next = [Infinity, Infinity, Infinity];
    for (let m = 0; m < 3; m++) {
      if (!fits[m]) continue;
      let best = costs[m]!;
      let origin = m;
      if (i > 0)
        for (let other = 0; other < 3; other++) {
          const cost = wholeBits(costs[other]!) + headers[m]!;
          if (other !== m && cost < best) {
            best = cost;
            origin = other;
          }
        }
      next[m] = best + sixths[m]!;
      from[i * 3 + m] = origin;
    }
    costs = next;
  }
  return cut(bytes, from, cheapest(costs));
}

function cheapest(costs: number[]): number {
  const whole = costs.map(wholeBits);
  return whole.indexOf(Math.min(...whole));
}

/** Walks the choices back from the last byte. */
function cut(bytes: Uint8Array, from: Uint8Array, lastMode: number): Segment[] {
  const segments: Segment[] = [];
  let mode = lastMode;
  let end = bytes.length;
  for (let i = bytes.length - 1; i >= 0; i--) {
    const before = from[i * 3 + mode]!;
    if (i > 0 && before === mode) continue;
    const data = bytes.subarray(i, end);
    segments.unshift({ mode: modes[mode]!, characters: data.length, data });
    mode = before;
    end = i;
  }
  return segments;
}
