import { expect, it } from 'vitest';
import type { Corners } from '../../../../../src/worker/protocol/picture';
import { fitGrid } from '../../../../../src/worker/qr/decode/grid/fitGrid';
import { drawSymbol } from '../drawSymbol';
import { seeded } from '../provingGround/random';

const corners: Corners = [
  [20, 20],
  [120, 22],
  [118, 121],
  [21, 119],
];

it('gives a grid that agrees enough, and up early where none will', () => {
  const drawn = drawSymbol('a grid', { version: 1, scale: 5 });
  const found = fitGrid([drawn], corners, 21, { scale: 3.2, reach: 1.2, gate: 0.6, least: 0.9 }, { left: 1e7 });
  expect(found?.agreement).toBeGreaterThan(0.95);

  const random = seeded(5);
  const noise = { data: Uint8Array.from({ length: 140 * 140 }, () => random.between(0, 255)), width: 140, height: 140 };
  const spent = (least: number) => {
    const work = { left: 1e7 };
    const fit = fitGrid([noise], corners, 21, { scale: 3.2, reach: 1.2, gate: 0, least }, work);
    return { fit, units: 1e7 - work.left };
  };
  const whole = spent(0);
  const early = spent(0.9);
  expect(whole.fit?.agreement).toBeLessThan(0.9);
  expect(early.fit).toBeNull();
  expect(early.units).toBeLessThan(whole.units / 2);
});
