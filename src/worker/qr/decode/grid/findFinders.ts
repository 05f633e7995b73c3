/** Finder patterns of a black and white picture: runs of 1:1:3:1:1 along a row that also hold along the column. */
import type { Gray } from '../gray';

export interface Finder {
  x: number;
  y: number;
  /** Pixels a module. */
  module: number;
  /** Rows in which it was seen. */
  hits: number;
}

const IDEAL = [1, 1, 3, 1, 1];

const isFinder = (runs: ArrayLike<number>, unit: number): boolean => {
  for (let i = 0; i < 5; i++) {
    const slack = (i === 2 ? 1.3 : 0.8) * unit + 0.5;
    if (Math.abs(runs[i]! - IDEAL[i]! * unit) > slack) return false;
  }
  return true;
};

/**
 * @param binary 0 is dark, everything else light
 * @param light look for finders of inverted symbols instead: light on dark
 */
export function findFinders({ data, width, height }: Gray, light = false): Finder[] {
  const isDark = (at: number) => (data[at] === 0) !== light;
  const found = createCells();
  const runs = [0, 0, 0, 0, 0];

  /** Centre and module size along the column through a point, or null when it is no finder there. */
  const alongColumn = (x: number, y: number, unit: number): { y: number; module: number } | null => {
    const side = (step: number): [number, number, number] => {
      const lengths: [number, number, number] = [0, 0, 0];
      let row = y;
      for (let k = 0; k < 3; k++) {
        while (row >= 0 && row < height && isDark(row * width + x) === (k !== 1) && lengths[k]! < 6 * unit) {
          lengths[k]!++;
          row += step;
        }
      }
      return lengths;
    };
    const up = side(-1);
    const down = side(1);
    const column = [up[2], up[1], up[0] + down[0] - 1, down[1], down[2]];
    const module = column.reduce((sum, v) => sum + v, 0) / 7;
    if (module < 0.4 * unit || module > 2.5 * unit || !isFinder(column, module)) return null;
    return { y: y + (down[0] - up[0]) / 2, module };
  };

  const starts = new Int32Array(width + 2);
  for (let y = 1; y < height - 1; y += 2) {
    const base = y * width;
    let count = 0;
    let previous = -1;
    for (let x = 0; x < width; x++) {
      if (data[base + x] !== previous) {
        previous = data[base + x]!;
        starts[count++] = x;
      }
    }
    starts[count] = width;
    for (let k = 0; k + 5 <= count; k++) {
      if (!isDark(base + starts[k]!)) continue;
      const unit = (starts[k + 5]! - starts[k]!) / 7;
      if (unit < 1) continue;
      for (let i = 0; i < 5; i++) runs[i] = starts[k + i + 1]! - starts[k + i]!;
      if (!isFinder(runs, unit)) continue;
      const x = Math.round((starts[k + 2]! + starts[k + 3]!) / 2);
      const column = alongColumn(x, y, unit);
      if (column) found.add({ x, y: column.y, module: (unit + column.module) / 2, hits: 1 });
    }
  }
  return found.all;
}

/** Finders by place and magnitude, so that a new sighting finds its like without looking at all of them (moiré gives thousands). */
function createCells() {
  const cells = new Map<string, Finder[]>();
  const all: Finder[] = [];
  const keyOf = (magnitude: number, column: number, row: number) => `${magnitude},${column},${row}`;
  return {
    all,
    add(next: Finder): void {
      const magnitude = Math.round(Math.log2(next.module));
      for (const m of [magnitude, magnitude - 1, magnitude + 1]) {
        const side = CELL_MODULES * 2 ** m;
        const column = Math.floor(next.x / side);
        const row = Math.floor(next.y / side);
        for (let c = column - 1; c <= column + 1; c++) {
          for (let r = row - 1; r <= row + 1; r++) {
            const near = cells.get(keyOf(m, c, r))?.find((f) => Math.hypot(f.x - next.x, f.y - next.y) < SAME_MODULES * f.module);
            if (!near) continue;
            near.hits++;
            near.x += (next.x - near.x) / near.hits;
            near.y += (next.y - near.y) / near.hits;
            near.module += (next.module - near.module) / near.hits;
            return;
          }
        }
      }
      const side = CELL_MODULES * 2 ** magnitude;
      const key = keyOf(magnitude, Math.floor(next.x / side), Math.floor(next.y / side));
      const cell = cells.get(key);
      if (cell) cell.push(next);
      else cells.set(key, [next]);
      all.push(next);
    },
  };
}

/** Sightings this near to each other are one finder. */
const SAME_MODULES = 2.5;
const CELL_MODULES = 4;
