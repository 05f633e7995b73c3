/** Sightings of finder patterns, gathered by place and size. */

export interface Finder {
  x: number;
  y: number;
  /** Pixels a module. */
  module: number;
  /** Rows in which it was seen. */
  hits: number;
}

/** Sightings this near to each other are one finder. */
const SAME_MODULES = 2.5;
const CELL_MODULES = 4;

/** A small integer, which maps find fastest. Cells may share one: places are compared after. */
const keyOf = (magnitude: number, column: number, row: number) =>
  ((magnitude << 24) ^ ((row + 1) << 12) ^ (column + 1)) | 0;

/**
 * Finders by place and magnitude, so that a new sighting finds its like without looking at all of
 * them (moiré gives thousands).
 */
export function createSightings() {
  const cells = new Map<number, Finder[]>();
  const all: Finder[] = [];
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
            const near = cells
              .get(keyOf(m, c, r))
              ?.find((f) => Math.hypot(f.x - next.x, f.y - next.y) < SAME_MODULES * f.module);
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
