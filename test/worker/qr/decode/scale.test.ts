import { describe, expect, it } from 'vitest';
import type { Gray } from '../../../../src/worker/qr/decode/gray';
import { halve, halvedTo, resize, tiles, toSide } from '../../../../src/worker/qr/decode/scale';

const ramp = (width: number, height: number): Gray => ({
  data: Uint8Array.from({ length: width * height }, (_, i) => ((i % width) * 7 + Math.floor(i / width) * 13) % 256),
  width,
  height,
});

describe('halve', () => {
  it.each([
    [2, 2],
    [33, 5],
    [70, 41],
    [129, 3],
    // More than goes through the module's memory at a time.
    [1501, 1502],
  ])('gives means of four: %i x %i', (width, height) => {
    const source = ramp(width, height);
    const { data, width: w, height: h } = halve(source);
    expect([w, h]).toEqual([width >> 1, height >> 1]);
    const expected = Array.from({ length: w * h }, (_, i) => {
      const at = 2 * Math.floor(i / w) * width + 2 * (i % w);
      return (
        (source.data[at]! + source.data[at + 1]! + source.data[at + width]! + source.data[at + width + 1]! + 2) >> 2
      );
    });
    expect([...data]).toEqual(expected);
  });

  it.each([
    [1, 1],
    [1, 9],
    [9, 1],
  ])('leaves a pixel of %i x %i', (width, height) => {
    expect(halve(ramp(width, height))).toMatchObject({
      width: Math.max(1, width >> 1),
      height: Math.max(1, height >> 1),
    });
  });
});

describe('resize', () => {
  it.each([
    [10, 5],
    [500, 400],
  ])('gives means of whole boxes when it shrinks to %i x %i', (width, height) => {
    const source = ramp(3 * width, 4 * height);
    const { gray } = resize(source, width, height);
    const box = (x: number, y: number) => {
      let sum = 0;
      for (let j = 4 * y; j < 4 * y + 4; j++)
        for (let i = 3 * x; i < 3 * x + 3; i++) sum += source.data[j * 3 * width + i]!;
      return Math.round(sum / 12);
    };
    const wanted = Uint8Array.from({ length: width * height }, (_, i) => box(i % width, Math.floor(i / width)));
    expect(Buffer.from(gray.data).equals(wanted)).toBe(true);
  });

  it.each([
    [7.4, 31],
    [90, 3],
    [0.2, 0.2],
    [61, 45],
  ])('keeps a flat picture flat: %d x %d', (width, height) => {
    const { gray } = resize({ data: new Uint8Array(45 * 31).fill(77), width: 45, height: 31 }, width, height);
    expect(gray.data.length).toBe(gray.width * gray.height);
    expect(new Set(gray.data)).toEqual(new Set([77]));
  });

  it('leads points back', () => {
    const { gray, back } = toSide(ramp(100, 50), 20);
    expect([gray.width, gray.height]).toEqual([20, 10]);
    expect(back([10, 10])).toEqual([50, 50]);
  });
});

describe('halvedTo', () => {
  it('halves until the picture is small enough', () => {
    const source = ramp(64, 48);
    expect(halvedTo(source, 64 * 48)).toEqual({ gray: source, times: 1 });
    const { gray, times } = halvedTo(source, 200);
    expect([gray.width, gray.height, times]).toEqual([16, 12, 4]);
  });
});

describe('tiles', () => {
  it.each([
    [50, 30],
    [20, 20],
    [21, 7],
    [200, 3],
  ])('cover %i x %i with the overlap, from edge to edge', (width, height) => {
    const source = ramp(width, height);
    const made = [...tiles(source, 20, 6)].map(({ gray, back }) => ({ gray, start: back([0, 0]) }));
    for (const { gray, start } of made) {
      expect([gray.width, gray.height]).toEqual([Math.min(20, width), Math.min(20, height)]);
      expect(gray.data[0]).toBe(source.data[start[1] * width + start[0]]);
    }
    for (const axis of [0, 1] as const) {
      const length = [width, height][axis]!;
      const side = Math.min(20, length);
      const starts = [...new Set(made.map(({ start }) => start[axis]))].sort((a, b) => a - b);
      expect([starts[0], starts.at(-1)]).toEqual([0, length - side]);
      for (let i = 1; i < starts.length; i++) expect(starts[i]! - starts[i - 1]!).toBeLessThanOrEqual(side - 6);
    }
  });
});
