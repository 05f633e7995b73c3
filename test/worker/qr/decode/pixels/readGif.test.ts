import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGif } from '../../../../../src/worker/qr/decode/pixels/readGif';
import { rgbaOfRows } from '../../../../../src/worker/qr/decode/pixels/rgbaRows';

const palette = [
  [0, 0, 0],
  [255, 255, 255],
  [200, 10, 30],
  [7, 77, 177],
] as const;

interface Made {
  canvas: { width: number; height: number };
  frame: { left: number; top: number; width: number; height: number };
  interlaced: boolean;
  local: boolean;
  transparent?: number;
  /** The frame's pixels, row by row from the top. */
  indexes: number[];
}

const u16 = (value: number) => [value & 255, value >> 8];

/** LZW as GIF wants it, its table grown as a writer does. */
function lzw(indexes: readonly number[]): number[] {
  const [clear, end] = [4, 5];
  const bytes: number[] = [];
  let [buffer, held, bits, next] = [0, 0, 3, 6];
  let known = new Map<string, number>();
  const put = (code: number) => {
    buffer |= code << held;
    held += bits;
    for (; held >= 8; held -= 8, buffer >>>= 8) bytes.push(buffer & 255);
  };
  const restart = () => {
    put(clear);
    known = new Map();
    [bits, next] = [3, 6];
  };
  restart();
  let text = '';
  for (const index of indexes) {
    const longer = text + index;
    if (longer.length === 1 || known.has(longer)) {
      text = longer;
      continue;
    }
    put(text.length === 1 ? Number(text) : known.get(text)!);
    if (next === 4096) restart();
    else {
      known.set(longer, next);
      if (next++ === 1 << bits) bits++;
    }
    text = `${index}`;
  }
  put(text.length === 1 ? Number(text) : known.get(text)!);
  put(end);
  if (held) bytes.push(buffer & 255);
  return bytes;
}

function gif({ canvas, frame, interlaced, local, transparent, indexes }: Made): Uint8Array {
  const table = palette.flat();
  const order = [];
  if (interlaced) {
    for (const [start, step] of [
      [0, 8],
      [4, 8],
      [2, 4],
      [1, 2],
    ] as const)
      for (let y = start; y < frame.height; y += step) order.push(y);
  } else for (let y = 0; y < frame.height; y++) order.push(y);
  const data = lzw(order.flatMap((y) => indexes.slice(y * frame.width, (y + 1) * frame.width)));
  const blocks = [];
  for (let at = 0; at < data.length; at += 200) {
    const part = data.slice(at, at + 200);
    blocks.push(part.length, ...part);
  }
  return Uint8Array.from([
    ...Buffer.from('GIF89a'),
    ...u16(canvas.width),
    ...u16(canvas.height),
    ...(local ? [0, 0, 0] : [0x81, 0, 0, ...table]),
    ...[0x21, 0xfe, 2, 65, 66, 0],
    ...(transparent === undefined ? [] : [0x21, 0xf9, 4, 1, 0, 0, transparent, 0]),
    ...[0x2c, ...u16(frame.left), ...u16(frame.top), ...u16(frame.width), ...u16(frame.height)],
    (local ? 0x81 : 0) | (interlaced ? 0x40 : 0),
    ...(local ? table : []),
    ...[2, ...blocks, 0, 0x3b],
  ]);
}

const side = (max: number) => fc.integer({ min: 1, max });

describe('readGif', () => {
  it('reads the first frame on its canvas: in order or interlaced, with any table, in parts see-through', () => {
    const shape = fc.record({
      frame: fc.record({ left: fc.nat(5), top: fc.nat(5), width: side(40), height: side(40) }),
      more: fc.record({ width: fc.nat(4), height: fc.nat(4) }),
      interlaced: fc.boolean(),
      local: fc.boolean(),
      transparent: fc.option(fc.nat(3), { nil: undefined }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(shape, ({ frame, more, seed, ...rest }) => {
        const { left, top, width: w, height: h } = frame;
        const canvas = { width: left + w + more.width, height: top + h + more.height };
        const indexes = Array.from({ length: w * h }, noiseOf(seed));
        const { data, ...size } = rgbaOfRows(readGif(gif({ canvas, frame, indexes, ...rest })));
        expect(size).toEqual(canvas);
        const wanted = Array.from({ length: canvas.width * canvas.height }, (_, i) => {
          const [x, y] = [(i % canvas.width) - left, Math.floor(i / canvas.width) - top];
          const index = x >= 0 && x < w && y >= 0 && y < h ? indexes[y * w + x]! : undefined;
          return index === undefined || index === rest.transparent ? [0, 0, 0, 0] : [...palette[index]!, 255];
        });
        expect([...data]).toEqual(wanted.flat());
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('reads what is there of a file that breaks off, and says that it does', () => {
    const frame = { left: 0, top: 0, width: 30, height: 30 };
    const indexes = Array.from({ length: 900 }, noiseOf(1));
    const file = gif({ canvas: frame, frame, interlaced: false, local: false, indexes });
    const whole = readGif(file);
    const cut = readGif(file.subarray(0, file.length - 40));
    expect([whole.whole, cut.whole]).toEqual([true, false]);
    const known = 30 * 4 * 20;
    expect(rgbaOfRows(cut).data.subarray(0, known)).toEqual(rgbaOfRows(whole).data.subarray(0, known));
  });

  it('calls a file damaged whose frame is far larger than its canvas, which would take all memory', () => {
    const frame = { left: 0, top: 0, width: 1, height: 1 };
    const file = gif({ canvas: { width: 2, height: 2 }, frame, interlaced: false, local: false, indexes: [1] });
    const at = file.indexOf(0x2c);
    file.set([0xff, 0xff, 0xff, 0xff], at + 5);
    expect(() => readGif(file)).toThrow(expect.objectContaining({ code: 'picture-damaged' }));
  });
});

/** Indexes from 0 to 3. */
function noiseOf(seed: number): () => number {
  let state = seed;
  return () => ((state = (state * 1103515245 + 12345) & 0x7fffffff) >> 20) & 3;
}
