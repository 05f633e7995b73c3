/** The part of a picture around a symbol, at a size of its own. */
import type { Corners } from '../../../protocol/picture';
import type { Gray } from '../gray';
import { crop, type Derived, resize } from '../scale';
import { MARGIN, rectified } from '../tools/rectified';

/** A symbol that is seen longer than that against its width is seen from the front first. */
const MOST_STRETCH = 1.7;

/**
 * @param levels the picture and its halves, quarters …
 * @param corners of the symbol, in points of levels[0]
 * @param size modules a side
 * @param scale pixels a module that the part is brought to
 * @param around how much the part shows beyond the corners, against what they span
 * @returns the part and where the corners lie in it; null where there is nothing to see
 */
export function cutOut(
  levels: readonly Gray[],
  corners: Corners,
  size: number,
  scale: number,
  around = 0.15,
): { derived: Derived; local: Corners } | null {
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  const w = Math.max(...xs) - left;
  const h = Math.max(...ys) - top;
  const span = Math.max(w, h);
  if (!(span > 4)) return null;
  const most = scale >= 5 ? 3 : 1.5;
  const { long, short } = stretchOf(corners);
  if (long > MOST_STRETCH * short && short > 4) {
    const side = Math.round(Math.min(most * long, scale * size));
    const times = Math.max(0, Math.min(levels.length - 1, Math.floor(Math.log2(short / side))));
    const margin = Math.round(side * MARGIN);
    return {
      derived: rectified(levels[times]!, 2 ** times, corners, side, side),
      local: [
        [margin, margin],
        [margin + side, margin],
        [margin + side, margin + side],
        [margin, margin + side],
      ],
    };
  }
  const factor = Math.min(most, (scale * size) / span);
  const level = Math.max(0, Math.min(levels.length - 1, Math.floor(Math.log2(1 / factor))));
  const source = levels[level]!;
  const shrink = 1 << level;
  const margin = around * span;
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
    local: corners.map(([x, y]) => [(x / shrink - ox) * zx, (y / shrink - oy) * zy]) as Corners,
  };
}

/** How long and how short the unit square's longest and shortest radius become: singular values. */
function stretchOf([[ax, ay], [bx, by], [cx, cy], [dx, dy]]: Corners): { long: number; short: number } {
  const [ux, uy] = [(bx - ax + cx - dx) / 2, (by - ay + cy - dy) / 2];
  const [vx, vy] = [(dx - ax + cx - bx) / 2, (dy - ay + cy - by) / 2];
  const [uu, vv, uv] = [ux * ux + uy * uy, vx * vx + vy * vy, ux * vx + uy * vy];
  const [middle, apart] = [(uu + vv) / 2, Math.hypot((uu - vv) / 2, uv)];
  return { long: Math.sqrt(middle + apart), short: Math.sqrt(Math.max(0, middle - apart)) };
}
