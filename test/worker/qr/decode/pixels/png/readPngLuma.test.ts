import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeInflate } from '../../../../../../src/worker/hosts/nodeInflate';
import { grayFromRgba } from '../../../../../../src/worker/qr/decode/gray';
import { readPngLuma } from '../../../../../../src/worker/qr/decode/pixels/png/readPngLuma';
import { readPng } from '../../../../../../src/worker/qr/png';

interface Kind {
  colour: 0 | 2 | 3 | 4 | 6;
  depth: number;
  interlaced: boolean;
  width: number;
  height: number;
  transparency: number[];
}

const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/**
 * The file, whatever its samples are: every row begins with a valid filter, all else is taken from
 * `noise`.
 */
function pngOf({ colour, depth, interlaced, width, height, transparency }: Kind, noise: () => number): Uint8Array {
  const bits = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour] * depth;
  const rows: number[] = [];
  for (const [x, y, dx, dy] of interlaced ? passes : ([[0, 0, 1, 1]] as const)) {
    const columns = Math.ceil((width - x) / dx);
    for (let row = y; columns > 0 && row < height; row += dy) {
      rows.push(noise() % 5);
      for (let i = 0; i < Math.ceil((columns * bits) / 8); i++) rows.push(noise());
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, interlaced ? 1 : 0], 8);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(adler(rows));
  const data = Buffer.concat([Buffer.from([0x78, 0x9c]), deflateRawSync(Buffer.from(rows)), checksum]);
  const palette = Buffer.from(Array.from({ length: 3 << Math.min(depth, 8) }, noise));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    ...(colour === 3 ? [chunk('PLTE', palette)] : []),
    ...(transparency.length ? [chunk('tRNS', Buffer.from(transparency))] : []),
    // In two parts, as writers do.
    chunk('IDAT', data.subarray(0, data.length >> 1)),
    chunk('IDAT', data.subarray(data.length >> 1)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

function adler(bytes: readonly number[]): number {
  let [a, b] = [1, 0];
  for (const byte of bytes) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
}

const kinds = (
  [
    [0, [1, 2, 4, 8, 16], [[]]],
    [2, [8, 16], [[]]],
    [3, [1, 2, 4, 8], [[], [0, 128]]],
    [4, [8, 16], [[]]],
    [6, [8, 16], [[]]],
  ] as const
).flatMap(([colour, depths, transparencies]) =>
  depths.flatMap((depth) => transparencies.map((transparency) => ({ colour, depth, transparency: [...transparency] }))),
);

describe('readPngLuma', () => {
  it.each(kinds)('gives what pngjs gives: colour type $colour, $depth bits, tRNS $transparency', (kind) => {
    const shape = fc.record({
      width: fc.integer({ min: 1, max: 20 }),
      height: fc.integer({ min: 1, max: 20 }),
      interlaced: fc.boolean(),
    });
    fc.assert(
      fc.property(shape, fc.infiniteStream(fc.integer({ min: 0, max: 255 })), (size, stream) => {
        const file = pngOf({ ...kind, ...size }, () => stream.next().value);
        const { data, width, height } = readPng(file);
        const seen = readPngLuma(file, nodeInflate)!;
        const other = readPngLuma(file)!;
        expect(seen.whole).toBe(true);
        expect(other).toEqual(seen);
        seen.grays.forEach((gray, i) => {
          const wanted = grayFromRgba(data, width, height, i === 0 ? 255 : 0).data;
          const furthest = gray.data.reduce((most, value, at) => Math.max(most, Math.abs(value - wanted[at]!)), 0);
          // 16-bit samples and depths below 8 are brought to 8 bits with another rounding.
          expect(furthest).toBeLessThanOrEqual(2);
        });
        const isOpaque = data.every((value, at) => at % 4 !== 3 || value === 255);
        expect(seen.grays).toHaveLength(isOpaque ? 1 : 2);
      }),
      { seed: 1, numRuns: 15 },
    );
  });

  it.each([
    { colour: 2 as const, least: 0 },
    { colour: 6 as const, least: 0 },
    { colour: 6 as const, least: 255 },
  ])(
    'gives the same for more rows than are taken at a time: colour type $colour, opacity from $least',
    ({ colour, least }) => {
      const noise = noiseOf(11);
      const width = 900;
      const height = 500;
      let at = 0;
      const rowBytes = 1 + width * (colour === 6 ? 4 : 3);
      // An opaque picture without filters, else rows of every filter.
      const sample = () => {
        const place = at++ % rowBytes;
        if (least === 255 && (place === 0 || place % 4 === 0)) return place ? 255 : 0;
        return noise();
      };
      const file = pngOf({ colour, depth: 8, interlaced: false, width, height, transparency: [] }, sample);
      const { data } = readPng(file);
      const { grays } = readPngLuma(file, nodeInflate)!;
      expect(grays).toHaveLength(colour === 6 && least === 0 ? 2 : 1);
      expect(Buffer.from(grays[0]!.data).equals(Buffer.from(grayFromRgba(data, width, height).data))).toBe(true);
    },
  );

  it('reads the rows of a file that breaks off, and says that it does', () => {
    const noise = noiseOf(7);
    // Noise of all values would be stored as one block, which is there or not.
    const fewValues = () => noise() & 15;
    const file = pngOf({ colour: 0, depth: 8, interlaced: false, width: 64, height: 64, transparency: [] }, fewValues);
    const whole = readPngLuma(file)!;
    const cut = readPngLuma(file.subarray(0, file.length * 0.6))!;
    expect([whole.whole, cut.whole]).toEqual([true, false]);
    expect(cut.grays[0]!.data.subarray(0, 64 * 20)).toEqual(whole.grays[0]!.data.subarray(0, 64 * 20));
    expect(cut.grays[0]!.data.at(-1)).toBe(128);
    expect(readPngLuma(file.subarray(0, 60))).toBeNull();
  });

  it('never throws on a damaged file', () => {
    const file = pngOf({ colour: 6, depth: 8, interlaced: true, width: 17, height: 13, transparency: [] }, noiseOf(3));
    fc.assert(
      fc.property(fc.integer({ min: 8, max: file.length - 1 }), fc.integer({ min: 0, max: 255 }), (at, value) => {
        const damaged = Uint8Array.from(file);
        damaged[at] = value;
        if (at >= 16 && at < 24) return;
        const seen = readPngLuma(damaged, nodeInflate);
        for (const gray of seen?.grays ?? []) expect(gray.data).toHaveLength(17 * 13);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

function noiseOf(seed: number): () => number {
  let state = seed;
  return () => ((state = (state * 1103515245 + 12345) & 0x7fffffff) >> 16) & 255;
}
