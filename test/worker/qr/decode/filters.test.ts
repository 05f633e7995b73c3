import { describe, expect, it } from 'vitest';
import { equalise, gamma, invert, rotate, squash } from '../../../../src/worker/qr/decode/filters';
import type { Gray } from '../../../../src/worker/qr/decode/gray';

const steps: Gray = { data: Uint8Array.from({ length: 256 }, (_, i) => i), width: 16, height: 16 };
const spotAt = ({ data, width }: Gray): [number, number] => {
  const at = data.indexOf(Math.min(...data));
  return [(at % width) + 0.5, Math.floor(at / width) + 0.5];
};
/** White with a dark square of three pixels around a point. */
function spot(width: number, height: number, x: number, y: number): Gray {
  const data = new Uint8Array(width * height).fill(255);
  for (let j = -1; j <= 1; j++) for (let i = -1; i <= 1; i++) data[(y + j) * width + x + i] = i || j ? 60 : 0;
  return { data, width, height };
}

describe('inverting', () => {
  it('turns every value round, whatever the size, and leaves the picture alone', () => {
    for (const length of [1, 3, 4, 255]) {
      const gray = { data: steps.data.slice(0, length), width: length, height: 1 };
      expect(invert(gray)).toEqual({ data: gray.data.map((v) => 255 - v), width: length, height: 1 });
      expect(gray.data).toEqual(steps.data.slice(0, length));
    }
  });
});

describe('filters', () => {
  it('gamma keeps black and white and their order, and opens up dark or bright parts', () => {
    for (const [exponent, middle] of [
      [0.5, 181],
      [2, 64],
    ] as const) {
      const { data } = gamma(steps, exponent);
      expect([data[0], data[128], data[255]]).toEqual([0, middle, 255]);
      expect([...data]).toEqual([...data].sort((a, b) => a - b));
    }
  });

  it('equalise spreads a narrow range, in each part for itself', () => {
    const data = Uint8Array.from({ length: 64 * 64 }, (_, i) => (i % 64 < 32 ? 40 : 180) + ((i * 7919) % 11));
    const out = equalise({ data, width: 64, height: 64 }, 2, 40).data;
    const range = (from: number) => {
      const part = Array.from({ length: 16 }, (_, i) => out[10 * 64 + from + i]!);
      return Math.max(...part) - Math.min(...part);
    };
    expect(range(0)).toBeGreaterThan(100);
    expect(range(48)).toBeGreaterThan(100);
  });

  it.each([
    [30, 20],
    [5, 44],
  ])('rotate and squash lead the point %i, %i back', (x, y) => {
    const source = spot(60, 50, x, y);
    for (const { gray, back } of [rotate(source, 67.5), rotate(source, -20), squash(source, 1, 0.6)]) {
      const [bx, by] = back(spotAt(gray));
      expect(Math.hypot(bx - x - 0.5, by - y - 0.5)).toBeLessThan(1.5);
    }
  });
});
