/** Contours to pixels, smoothed at the edges. */
import type { Contour } from './contours';

/** Straight pieces a curve is drawn as, and lines of samples a row of pixels. */
const pieces = 6;
const samples = 4;

interface Edge {
  x: number;
  y: number;
  /** Change of x for one y. */
  slope: number;
  bottom: number;
}

/**
 * How much of each pixel lies inside, 0 to 255, by the even-odd rule.
 * @param scale pixels a module
 * @param offset modules from the picture's top left to the contours' origin
 * @param side pixels a side
 */
export function fill(contours: readonly Contour[], scale: number, offset: number, side: number): Uint8Array {
  const starting: Edge[][] = Array.from({ length: side * samples }, () => []);
  for (const contour of contours)
    for (const edge of edgesOf(contour, scale, offset)) {
      const first = Math.max(0, Math.ceil(edge.y * samples - 0.5));
      if (first < starting.length) starting[first]!.push(edge);
    }
  const out = new Uint8Array(side * side);
  const row = new Float32Array(side);
  let active: Edge[] = [];
  for (let y = 0; y < side; y++) {
    row.fill(0);
    for (let s = 0; s < samples; s++) {
      const at = (y * samples + s + 0.5) / samples;
      active = active.filter(({ bottom }) => bottom > at);
      for (const edge of starting[y * samples + s]!) if (edge.bottom > at) active.push(edge);
      const crossings = Float64Array.from(active, (edge) => edge.x + (at - edge.y) * edge.slope).sort();
      for (let i = 0; i + 1 < crossings.length; i += 2) addSpan(row, crossings[i]!, crossings[i + 1]!);
    }
    for (let x = 0; x < side; x++) out[y * side + x] = Math.min(255, Math.round((row[x]! * 255) / samples));
  }
  return out;
}

function addSpan(row: Float32Array, from: number, to: number): void {
  const [start, end] = [Math.max(0, from), Math.min(row.length, to)];
  for (let x = Math.floor(start); x < end; x++) row[x]! += Math.min(x + 1, end) - Math.max(x, start);
}

/** Edges from top to bottom, in pixels; level ones are left out. */
function* edgesOf({ start, steps }: Contour, scale: number, offset: number): Generator<Edge> {
  let [x, y] = start;
  const edge = (toX: number, toY: number): Edge | undefined => {
    const [x0, y0, x1, y1] = [x, y, toX, toY].map((value) => (value + offset) * scale) as [
      number,
      number,
      number,
      number,
    ];
    [x, y] = [toX, toY];
    if (y0 === y1) return undefined;
    const slope = (x1 - x0) / (y1 - y0);
    return y0 < y1 ? { x: x0, y: y0, slope, bottom: y1 } : { x: x1, y: y1, slope, bottom: y0 };
  };
  for (const step of steps) {
    const [fromX, fromY] = [x, y];
    const count = step.length === 1 ? 1 : pieces;
    for (let i = 1; i <= count; i++) {
      const point = step.length === 1 ? step[0] : bezier([fromX, fromY], step, i / count);
      const found = edge(point[0], point[1]);
      if (found) yield found;
    }
  }
}

type Point = readonly [number, number];

function bezier(from: Point, [a, b, to]: [Point, Point, Point], t: number): [number, number] {
  const u = 1 - t;
  const at = (i: 0 | 1) => u * u * u * from[i] + 3 * u * u * t * a[i] + 3 * u * t * t * b[i] + t * t * t * to[i];
  return [at(0), at(1)];
}
