import { describe, expect, it } from 'vitest';
import { createSightings, type Finder } from '../../../../../src/worker/qr/decode/grid/sightings';

const seen = (x: number, y: number, module: number): Finder => ({ x, y, module, hits: 1 });

describe('gathering sightings of finders', () => {
  it('takes those near to each other and of like size for one, at the mean place', () => {
    const { all, add } = createSightings();
    for (const [x, y, module] of [
      [2000, 1000, 4],
      [2003, 1002, 5],
      [1997, 998, 3],
    ] as const)
      add(seen(x, y, module));
    expect(all).toEqual([{ x: 2000, y: 1000, module: 4, hits: 3 }]);
  });

  it('keeps apart what is far away or much smaller', () => {
    const { all, add } = createSightings();
    for (const [x, y, module] of [
      [2000, 1000, 4],
      [2011, 1000, 4],
      [2000, 1000, 1],
    ] as const)
      add(seen(x, y, module));
    expect(all.map(({ hits }) => hits)).toEqual([1, 1, 1]);
  });

  it('gathers as comparing each with all does, across a whole picture', () => {
    const { all, add } = createSightings();
    for (let round = 0; round < 2; round++)
      for (let y = 0; y < 3000; y += 60) for (let x = 0; x < 3000; x += 60) add(seen(x + round, y, 2 + ((x + y) % 7)));
    expect(all).toHaveLength(2500);
    expect(all.every(({ hits, module, x, y }) => hits === 2 && module === 2 + ((x - 0.5 + y) % 7))).toBe(true);
  });
});
