import { constants, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { nodeInflate } from '../../../../../src/worker/hosts/nodeInflate';
import { inflate } from '../../../../../src/worker/qr/decode/pixels/inflate';

const AT_ONCE = 1024 * 1024;
/** More than is inflated at once, of many steps when deflated. */
const LARGE = 5 * AT_ONCE + 77;
const large = Buffer.alloc(LARGE);
for (let i = 0, seed = 1; i < LARGE; i++) {
  seed = (seed * 48271) % 0x7fffffff;
  large[i] = seed & 15;
}
const deflated = deflateRawSync(large, { level: 1 });

/** What was given, and in how many portions. */
function taken(
  parts: Uint8Array[],
  size: number,
  enough = Number.POSITIVE_INFINITY,
): { data: Buffer; portions: number } {
  const out: Uint8Array[] = [];
  let length = 0;
  const take = (portion: Uint8Array) => {
    out.push(portion.slice());
    length += portion.length;
    return length < enough;
  };
  inflate(parts, size, take, nodeInflate, AT_ONCE);
  return { data: Buffer.concat(out), portions: out.length };
}

describe('inflate', () => {
  it('gives what fits into memory at once, of parts as of the whole', () => {
    const small = large.subarray(0, 100_000);
    const bytes = deflateRawSync(small);
    const split = [bytes.subarray(0, 1), bytes.subarray(1, 90), bytes.subarray(90)];
    for (const parts of [[bytes], split]) {
      const { data, portions } = taken(parts, small.length);
      expect(portions).toBe(1);
      expect(data.equals(small)).toBe(true);
    }
  });

  it('stops at the size, whatever else the data would become', () => {
    const block = deflateRawSync(Buffer.alloc(16 * 1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH });
    const bomb = Buffer.concat(Array.from({ length: 600 }, () => block));
    expect(taken([bomb], 10_100).data.equals(Buffer.alloc(10_100))).toBe(true);
  });

  it('gives more than that in portions, all of it', () => {
    const { data, portions } = taken([deflated.subarray(0, 5000), deflated.subarray(5000)], LARGE);
    expect(portions).toBeGreaterThan(1);
    expect(data.equals(large)).toBe(true);
  });

  it('ends where the data breaks off or is wrong, where enough was taken, and at the size', () => {
    const cut = taken([deflated.subarray(0, deflated.length / 2)], LARGE).data;
    expect(cut.length).toBeGreaterThan(LARGE / 3);
    expect(cut.equals(large.subarray(0, cut.length))).toBe(true);
    const wrong = Buffer.from(deflated);
    wrong.fill(255, wrong.length / 2, wrong.length / 2 + 200);
    const some = taken([wrong], LARGE).data;
    expect(some.length).toBeGreaterThan(LARGE / 3);
    expect(taken([deflated], LARGE, 1000).data.length).toBeLessThan(LARGE / 2);
    expect(taken([deflated], LARGE - 12345).data.length).toBe(LARGE - 12345);
  });
});
