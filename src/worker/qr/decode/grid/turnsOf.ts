import type { Corners } from '../../../protocol/picture';

/** How far a quadrilateral turns at each corner: twice the area there, positive the one way round. */
export const turnsOf = (corners: Corners): number[] =>
  corners.map(([x, y], i) => {
    const [[nextX, nextY], [lastX, lastY]] = [corners[(i + 1) % 4]!, corners[(i + 3) % 4]!];
    return (nextX - x) * (lastY - y) - (nextY - y) * (lastX - x);
  });
