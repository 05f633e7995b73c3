import { describe, expect, it } from 'vitest';
import type { Gray } from '../../../../src/worker/qr/decode/gray';
import { halve, resize, toSide } from '../../../../src/worker/qr/decode/scale';

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
  ])('gives means of four: %i x %i', (width, height) => {
    const source = ramp(width, height);
    const { data, width: w, height: h } = halve(source);
    expect([w, h]).toEqual([width >> 1, height >> 1]);
    const expected = Array.from({ length: w * h }, (_, i) => {
      const at = 2 * Math.floor(i / w) * width + 2 * (i % w);
      return (source.data[at]! + source.data[at + 1]! + source.data[at + width]! + source.data[at + width + 1]! + 2) >> 2;
    });
    expect([...data]).toEqual(expected);
  });

  it.each([
    [1, 1],
    [1, 9],
    [9, 1],
  ])('leaves a pixel of %i x %i', (width, height) => {
    expect(halve(ramp(width, height))).toMatchObject({ width: Math.max(1, width >> 1), height: Math.max(1, height >> 1) });
  });
});

describe('resize', () => {
  it('gives means of whole boxes when it shrinks', () => {
    const source = ramp(30, 20);
    const { gray } = resize(source, 10, 5);
    const box = (x: number, y: number) => {
      let sum = 0;
      for (let j = 4 * y; j < 4 * y + 4; j++) for (let i = 3 * x; i < 3 * x + 3; i++) sum += source.data[j * 30 + i]!;
      return Math.round(sum / 12);
    };
    expect([...gray.data]).toEqual(Array.from({ length: 50 }, (_, i) => box(i % 10, Math.floor(i / 10))));
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
