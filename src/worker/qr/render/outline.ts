/**
 * The edges of the dark areas as closed lines, so that a vector drawing has no seams between
 * modules and few points.
 */
import type { QrSymbol } from '../../protocol/symbol';

/**
 * Corner points [x, y] in modules, y downwards; each next point is on the same row or column as the
 * one before.
 */
export type Loop = [number, number][];

/** Right, down, left, up. */
const directions = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/**
 * The loops around and inside all dark areas; dark lies to the right hand, so both fill rules give
 * the symbol. Modules that touch at a corner only stay apart.
 */
export function outlines({ size, modules }: Pick<QrSymbol, 'size' | 'modules'>): Loop[] {
  const dark = (x: number, y: number) => x >= 0 && y >= 0 && x < size && y < size && modules[y * size + x] === 1;
  // Every loop runs along the top of some module, and along no top twice.
  const done = new Uint8Array(size * size);
  const loops: Loop[] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (dark(x, y) && !dark(x, y - 1) && !done[y * size + x])
        loops.push(follow(x, y, dark, (left, top) => (done[top * size + left] = 1)));
  return loops;
}

function follow(
  startX: number,
  startY: number,
  dark: (x: number, y: number) => boolean,
  markTop: (x: number, y: number) => void,
): Loop {
  const loop: Loop = [];
  let [x, y, heading] = [startX, startY, 0];
  do {
    if (heading === 0) markTop(x, y);
    x += directions[heading]![0];
    y += directions[heading]![1];
    const turned = turn(x, y, heading, dark);
    if (turned !== heading) loop.push([x, y]);
    heading = turned;
  } while (x !== startX || y !== startY || heading !== 0);
  return loop;
}

/**
 * The heading after the corner (x, y): right if the module ahead on the right is light, left if the
 * one ahead on the left is dark too.
 */
function turn(x: number, y: number, heading: number, dark: (x: number, y: number) => boolean): number {
  const [dx, dy] = directions[heading]!;
  const ahead = (side: number) => dark(x + (dx - side * dy - 1) / 2, y + (dy + side * dx - 1) / 2);
  if (!ahead(1)) return (heading + 1) % 4;
  return ahead(-1) ? (heading + 3) % 4 : heading;
}
