import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBmp } from '../../../../../src/worker/qr/decode/pixels/readBmp';
import { rgbaOfRows } from '../../../../../src/worker/qr/decode/pixels/rgbaRows';

type Rgb = readonly [number, number, number];

interface Made {
  depth: number;
  width: number;
  height: number;
  /** Rows from the top instead of from the bottom. */
  topDown?: boolean;
  compression?: number;
  masks?: number[];
  palette?: Rgb[];
  /** The file's rows, in its order; or run-length codes. */
  body: number[];
}

function bmp({
  depth,
  width,
  height,
  topDown = false,
  compression = 0,
  masks = [],
  palette = [],
  body,
}: Made): Uint8Array {
  const head = Buffer.alloc(54 + masks.length * 4 + palette.length * 4);
  head.write('BM');
  head.writeUInt32LE(head.length, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(width, 18);
  head.writeInt32LE(topDown ? -height : height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(depth, 28);
  head.writeUInt32LE(compression, 30);
  head.writeUInt32LE(palette.length, 46);
  for (const [i, mask] of masks.entries()) head.writeUInt32LE(mask, 54 + 4 * i);
  for (const [i, [red, green, blue]] of palette.entries())
    head.set([blue, green, red, 0], 54 + 4 * masks.length + 4 * i);
  return Uint8Array.from([...head, ...body]);
}

const colours: Rgb[] = [
  [0, 0, 0],
  [255, 255, 255],
  [200, 10, 30],
  [7, 77, 177],
];
const picture = fc.record({
  width: fc.integer({ min: 1, max: 19 }),
  height: fc.integer({ min: 1, max: 9 }),
  topDown: fc.boolean(),
  indexes: fc.array(fc.nat(3), { minLength: 171, maxLength: 171 }),
});

/** Bits, most significant first, to a row of the file: filled up to four bytes. */
function packed(values: readonly number[], bits: number): number[] {
  const row = new Array<number>(Math.ceil((values.length * bits) / 32) * 4).fill(0);
  values.forEach((value, i) => {
    row[(i * bits) >> 3]! |= value << (8 - bits - ((i * bits) & 7));
  });
  return row;
}

const pixelBytes: Record<number, (colour: Rgb) => number[]> = {
  16: ([r, g, b]) => {
    const value = ((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3);
    return [value & 255, value >> 8];
  },
  24: ([r, g, b]) => [b, g, r],
  32: ([r, g, b]) => [b, g, r, 99],
};

describe('readBmp', () => {
  it.each([1, 4, 8, 16, 24, 32])('reads %i bits a pixel, from the top and from the bottom', (depth) => {
    fc.assert(
      fc.property(picture, ({ width, height, topDown, indexes }) => {
        const used = depth === 1 ? indexes.map((i) => i & 1) : indexes;
        const rows = Array.from({ length: height }, (_, y) => used.slice(y * width, (y + 1) * width));
        const lines = rows.map((row) => {
          if (depth <= 8) return packed(row, depth);
          const line = row.flatMap((i) => pixelBytes[depth]!(colours[i]!));
          return [...line, ...new Array<number>(-line.length & 3).fill(0)];
        });
        const body = (topDown ? lines : lines.toReversed()).flat();
        const { data } = rgbaOfRows(
          readBmp(bmp({ depth, width, height, topDown, palette: depth <= 8 ? colours : [], body })),
        );
        const wanted = rows.flat().flatMap((i) => [...colours[i]!, 255]);
        const furthest = wanted.reduce((most, value, at) => Math.max(most, Math.abs(value - data[at]!)), 0);
        expect(data).toHaveLength(wanted.length);
        // Five bits a channel are brought to eight.
        expect(furthest).toBeLessThanOrEqual(depth === 16 ? 7 : 0);
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  it('takes the channels from where the masks say', () => {
    const masks = [0xf800, 0x7e0, 0x1f];
    const { data } = rgbaOfRows(
      readBmp(bmp({ depth: 16, width: 1, height: 1, compression: 3, masks, body: [0xe0, 0x07, 0, 0] })),
    );
    expect([...data]).toEqual([0, 255, 0, 255]);
  });

  it('reads run lengths of bytes and of nibbles', () => {
    // Three of colour 2; end of line; one left out, then two as they are; end.
    const runs = [3, 2, 0, 0, 0, 2, 1, 0, 2, 1, 0, 1];
    const wide = rgbaOfRows(
      readBmp(bmp({ depth: 8, width: 3, height: 2, compression: 1, palette: colours, body: runs })),
    );
    const rgba = (...indexes: number[]) => indexes.flatMap((i) => [...colours[i]!, 255]);
    expect([...wide.data]).toEqual(rgba(0, 1, 1, 2, 2, 2));
    const nibbles = rgbaOfRows(
      readBmp(bmp({ depth: 4, width: 3, height: 1, compression: 2, palette: colours, body: [0, 3, 0x12, 0x30, 0, 1] })),
    );
    expect([...nibbles.data]).toEqual(rgba(1, 2, 3));
  });

  it('reads the rows that are there, and says that it breaks off', () => {
    const body = Array.from({ length: 48 }, (_, i) => 100 + i);
    const whole = readBmp(bmp({ depth: 24, width: 4, height: 4, topDown: true, body }));
    const cut = readBmp(bmp({ depth: 24, width: 4, height: 4, topDown: true, body }).subarray(0, -13));
    expect([whole.whole, cut.whole]).toEqual([true, false]);
    const wanted = rgbaOfRows(whole).data;
    expect(rgbaOfRows(cut).data).toEqual(Uint8Array.from(wanted, (value, at) => (at < 32 ? value : 255)));
  });

  it('calls a file damaged that has no row or is compressed otherwise', () => {
    const made: Made = { depth: 24, width: 4, height: 4, body: new Array<number>(48).fill(9) };
    const damaged = expect.objectContaining({ code: 'picture-damaged' });
    expect(() => readBmp(bmp(made).subarray(0, 60))).toThrow(damaged);
    expect(() => readBmp(bmp({ ...made, compression: 4 }))).toThrow(damaged);
    expect(() => readBmp(bmp(made).subarray(0, 30))).toThrow(RangeError);
    // Depths that no reader knows, and such as another compression has.
    for (const [depth, compression] of [
      [0, 0],
      [17, 0],
      [4, 1],
      [8, 2],
      [24, 3],
    ] as const)
      expect(() => readBmp(bmp({ ...made, depth, compression })), `${depth}, ${compression}`).toThrow(damaged);
  });
});
