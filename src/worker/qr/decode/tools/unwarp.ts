/** Makes a rectangle of a quadrilateral that is seen at an angle. */
import { fault } from '../../../protocol/errors';
import type { Corners } from '../../../protocol/picture';
import type { Gray } from '../gray';
import { turnsOf } from '../grid/turnsOf';
import { type Derived, halvedTo } from '../scale';
import { rectified } from './rectified';

/** Pixels a side without the margin. */
const [SMALLEST, LARGEST] = [160, 2400];
/** Shorter sides hold no symbol. */
const MIN_SIDE = 8;
/**
 * Sides whose ratio is below that are those of a square seen at an angle; above it the symbol
 * itself is longer than high.
 */
const SQUARE_RATIO = 7;

/**
 * @param corners in turn, either way round, from the top left
 * @throws fault `tool-corners` when they are no quadrilateral with sides of 8 pixels and more and
 * every angle below 180 degrees; `tool-outside` when it lies outside of the picture
 */
export function unwarp(source: Gray, corners: Corners): Derived {
  const sides = corners.map(([x, y], i) => {
    const [nextX, nextY] = corners[(i + 1) % 4]!;
    return Math.hypot(nextX - x, nextY - y);
  });
  if (!isConvex(corners) || Math.min(...sides) < MIN_SIDE) throw fault('tool-corners');
  const { width, height } = source;
  const range = (axis: 0 | 1) => {
    const values = corners.map((point) => point[axis]);
    return [Math.min(...values), Math.max(...values)] as const;
  };
  const [[left, right], [top, bottom]] = [range(0), range(1)];
  if (left >= width || top >= height || right <= 0 || bottom <= 0) throw fault('tool-outside', { width, height });

  let [wide, high] = [Math.max(sides[0]!, sides[2]!), Math.max(sides[1]!, sides[3]!)];
  if (Math.max(wide, high) < SQUARE_RATIO * Math.min(wide, high)) wide = high = Math.max(wide, high);
  const factor = Math.min(LARGEST / Math.max(wide, high), Math.max(1, SMALLEST / Math.min(wide, high)));
  [wide, high] = [Math.max(1, Math.round(wide * factor)), Math.max(1, Math.round(high * factor))];
  // A picture that comes out much smaller is sampled from a smaller one, so that no pixel is lost.
  const pixels = width * height * Math.min(1, 4 * factor * factor);
  const { gray, times } = halvedTo(source, Math.max(1, pixels));
  return rectified(gray, times, corners, wide, high);
}

/** All turns go the same way, and none is straight on. */
function isConvex(corners: Corners): boolean {
  const turns = turnsOf(corners);
  return turns.every((turn) => turn > 1) || turns.every((turn) => turn < -1);
}
