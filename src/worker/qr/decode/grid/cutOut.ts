/** The part of a picture around a symbol, at a size of its own. */
import type { Corners } from '../../../protocol/picture';
import type { Gray } from '../gray';
import { crop, type Derived, type Point, resize } from '../scale';

/**
 * @param levels the picture and its halves, quarters …
 * @param corners of the symbol, in points of levels[0]
 * @param size modules a side
 * @param scale pixels a module that the part is brought to
 * @returns the part and where the corners lie in it; null where there is nothing to see
 */
export function cutOut(
  levels: readonly Gray[],
  corners: Corners,
  size: number,
  scale: number,
): { derived: Derived; local: Point[] } | null {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const w = Math.max(...xs) - left;
  const h = Math.max(...ys) - top;
  const span = Math.max(w, h);
  if (!(span > 4)) return null;
  const factor = Math.min(scale >= 5 ? 3 : 1.5, (scale * size) / span);
  const level = Math.max(0, Math.min(levels.length - 1, Math.floor(Math.log2(1 / factor))));
  const source = levels[level]!;
  const shrink = 1 << level;
  const margin = 0.15 * span;
  const cut = crop(
    source,
    (left - margin) / shrink,
    (top - margin) / shrink,
    (w + 2 * margin) / shrink,
    (h + 2 * margin) / shrink,
  );
  if (cut.gray.width < 8 || cut.gray.height < 8) return null;
  const scaled = resize(cut.gray, cut.gray.width * factor * shrink, cut.gray.height * factor * shrink);
  if (scaled.gray.width < 8 || scaled.gray.height < 8) return null;
  const [ox, oy] = cut.back([0, 0]);
  const zx = scaled.gray.width / cut.gray.width;
  const zy = scaled.gray.height / cut.gray.height;
  return {
    derived: {
      gray: scaled.gray,
      back: (point) => {
        const [x, y] = cut.back(scaled.back(point));
        return [x * shrink, y * shrink];
      },
    },
    local: corners.map(([x, y]) => [(x / shrink - ox) * zx, (y / shrink - oy) * zy]),
  };
}
