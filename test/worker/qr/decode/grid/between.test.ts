import { expect, it } from 'vitest';
import { between } from '../../../../../src/worker/qr/decode/grid/between';

const pixels = [0, 10, 20, 100, 110, 120];
const at = (x: number, y: number) => between(pixels, 3, 2, x, y);

it('is the pixel in its middle, a mixture beside it, and the border outside', () => {
  expect(at(1.5, 0.5)).toBe(10);
  expect(at(2.5, 1.5)).toBe(120);
  expect(at(1, 0.5)).toBe(5);
  expect(at(1.75, 1)).toBeCloseTo(62.5);
  expect(at(-9, -9)).toBe(0);
  expect(at(99, 99)).toBe(120);
});
