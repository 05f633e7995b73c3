import { describe, expect, it } from 'vitest';
import type { Gray } from '../../../../../src/worker/qr/decode/gray';
import { findFinders } from '../../../../../src/worker/qr/decode/grid/findFinders';

type Place = [left: number, top: number, scale: number];

/** All of a picture's finders, and whether it is bare. */
function seenIn(picture: Gray) {
  const { best, isBare } = findFinders(picture);
  return { finders: best(10_000, () => true), isBare };
}

/** Dark finder patterns of 7 * `scale` pixels a side. */
function drawn(width: number, height: number, places: readonly Place[]): Gray {
  const data = new Uint8Array(width * height).fill(255);
  for (const [left, top, scale] of places)
    for (let y = 0; y < 7 * scale; y++)
      for (let x = 0; x < 7 * scale; x++) {
        const ring = Math.max(...[x, y].map((v) => Math.abs(Math.floor(v / scale) - 3)));
        if (ring !== 2) data[(top + y) * width + left + x] = 0;
      }
  return { data, width, height };
}

describe('gathering sightings of finders', () => {
  it('takes those near to each other and of like size for one, at the mean place', () => {
    // Every second row of the core sees it.
    expect(seenIn(drawn(80, 60, [[20, 10, 4]]))).toEqual({
      finders: [{ x: 34, y: 23.5, module: 4, hits: 6 }],
      isBare: false,
    });
  });

  it('keeps apart what is far away or smaller, best seen first', () => {
    const picture = drawn(200, 60, [
      [10, 10, 2],
      [60, 10, 4],
      [90, 10, 4],
    ]);
    expect(seenIn(picture).finders.map(({ hits, module }) => [module, hits])).toEqual([
      [4, 6],
      [4, 6],
      [2, 3],
    ]);
  });

  it('keeps apart what is near but much smaller', () => {
    // In the light ring of the other, within two and a half of its modules.
    const { finders } = seenIn(
      drawn(200, 200, [
        [20, 20, 20],
        [68, 43, 2],
      ]),
    );
    expect(finders.map(({ hits, module }) => [module, hits])).toEqual([
      [20, 30],
      [2, 3],
    ]);
  });

  it('gathers each of thousands by itself, across a whole picture', () => {
    const places: Place[] = [];
    for (let y = 10; y < 2900; y += 60) for (let x = 10; x < 2900; x += 60) places.push([x, y, 2 + ((x + y) % 7)]);
    const { finders } = seenIn(drawn(3000, 3000, places));
    expect(finders).toHaveLength(places.length);
    const near = new Map(
      finders.map((finder) => [`${Math.floor(finder.x / 60)} ${Math.floor(finder.y / 60)}`, finder]),
    );
    for (const [left, top, scale] of places) {
      const finder = near.get(`${Math.floor((left + 3.5 * scale) / 60)} ${Math.floor((top + 3.5 * scale) / 60)}`);
      expect(finder?.module).toBe(scale);
    }
  });

  it('tells a picture without any from one whose sightings do not add up', () => {
    expect(seenIn(drawn(60, 60, []))).toEqual({ finders: [], isBare: true });
    // The core of the smallest lies in three rows, of which one is looked at.
    expect(seenIn(drawn(60, 60, [[10, 10, 1]]))).toEqual({ finders: [], isBare: false });
  });
});
