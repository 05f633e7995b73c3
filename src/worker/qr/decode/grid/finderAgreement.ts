/**
 * A cheap second thought about three finders: whether the finder patterns with their separators
 * really stand where a guess puts them.
 */
import type { Corners } from '../../../protocol/picture';
import type { Gray } from '../gray';
import { perspectiveOf } from './perspective';
import { FLAT, type Roll, rise, shiftOf } from './roll';

/** Modules of a finder pattern with its separator, on the two sides that lie inside the symbol. */
const SIDE = 8;

/**
 * Dark (1) or light (0), from the corner of the symbol: a core of 3 in a light ring, a dark ring,
 * the separator.
 */
const PATTERN = Uint8Array.from({ length: SIDE ** 2 }, (_, k) => {
  const ring = Math.max(Math.abs((k % SIDE) - 3), Math.abs(Math.floor(k / SIDE) - 3));
  return ring <= 1 || ring === 3 ? 1 : 0;
});
const MODULES = 3 * SIDE ** 2;

/**
 * @param binary dark is 0
 * @param corners the symbol's, clockwise from its own top left
 * @param size modules a side
 * @param least shares below that are told as 0, which is sooner known
 * @param roll how the symbol is rolled about its finders
 * @returns share of the three finders' modules that are as they must be, 0 to 1
 */
export function finderAgreement(
  { data, width, height }: Gray,
  corners: Corners,
  size: number,
  least = 0,
  roll: Roll = FLAT,
): number {
  const { xu, xv, x0, yu, yv, y0, wu, wv } = perspectiveOf(corners.flat());
  const [dx, dy] = shiftOf(corners, roll);
  const mostWrong = Math.floor(MODULES * (1 - least) + 1e-9);
  let wrong = 0;
  for (let finder = 0; finder < 3; finder++) {
    for (let k = 0; k < SIDE ** 2; k++) {
      const i = k & (SIDE - 1);
      const j = k >> 3;
      const u = ((finder === 1 ? size - 1 - i : i) + 0.5) / size;
      const v = ((finder === 2 ? size - 1 - j : j) + 0.5) / size;
      const w = 1 / (wu * u + wv * v + 1);
      const up = rise(roll.isAcross ? u : v, size);
      const x = Math.floor((xu * u + xv * v + x0) * w + up * dx);
      const y = Math.floor((yu * u + yv * v + y0) * w + up * dy);
      const dark = x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] === 0 ? 1 : 0;
      if (dark !== PATTERN[k] && ++wrong > mostWrong) return 0;
    }
  }
  return 1 - wrong / MODULES;
}
