/** A cheap second thought about three finders: whether the finder patterns with their separators really stand where a guess puts them. */
import type { Corners } from '../../../protocol/picture';
import type { Gray } from '../gray';

/** Modules of a finder pattern with its separator, on the two sides that lie inside the symbol. */
const SIDE = 8;

/** Dark or not, from the centre of the pattern: a core of 3, a light ring, a dark ring, the separator. */
const isDark = (i: number, j: number): boolean => {
  const ring = Math.max(Math.abs(i - 3), Math.abs(j - 3));
  return ring <= 1 || ring === 3;
};

/**
 * @param binary dark is 0
 * @param corners the symbol's, clockwise from its own top left; taken as a parallelogram
 * @param size modules a side
 * @returns share of the three finders' modules that are as they must be, 0 to 1
 */
export function finderAgreement({ data, width, height }: Gray, [topLeft, topRight, , bottomLeft]: Corners, size: number): number {
  const across = [(topRight[0] - topLeft[0]) / size, (topRight[1] - topLeft[1]) / size] as const;
  const down = [(bottomLeft[0] - topLeft[0]) / size, (bottomLeft[1] - topLeft[1]) / size] as const;
  let right = 0;
  for (const [isRight, isLow] of [
    [false, false],
    [true, false],
    [false, true],
  ] as const) {
    for (let j = 0; j < SIDE; j++) {
      for (let i = 0; i < SIDE; i++) {
        const u = (isRight ? size - 1 - i : i) + 0.5;
        const v = (isLow ? size - 1 - j : j) + 0.5;
        const x = Math.floor(topLeft[0] + u * across[0] + v * down[0]);
        const y = Math.floor(topLeft[1] + u * across[1] + v * down[1]);
        const dark = x >= 0 && y >= 0 && x < width && y < height && data[y * width + x] === 0;
        if (dark === isDark(i, j)) right++;
      }
    }
  }
  return right / (3 * SIDE ** 2);
}
