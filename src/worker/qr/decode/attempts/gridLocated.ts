/** Second look at what the engine located but could not decode: a bendable grid, fitted where the engine saw the symbol. */
import { fitGrid } from '../grid/fitGrid';
import { readGrid } from '../grid/readGrid';
import { centreOf } from '../quad';
import type { Search, Unread } from '../search';
import { symbolOfGrid, transposed } from '../toSymbol';
import type { Attempt } from './attempt';

/** Pixels a module that the symbol is looked at with. */
const SCALES = [3.2, 5];

export const gridLocated: Attempt = {
  name: 'grid-located',
  run(search) {
    const tried = search.once(gridLocated, () => new Set<Unread>());
    for (let next = search.unread.find((u) => !tried.has(u)); next; next = search.unread.find((u) => !tried.has(u))) {
      tried.add(next);
      if (!search.isExplained(centreOf(next.corners))) readUnread(search, next, this.name);
    }
  },
};

function readUnread(search: Search, { corners, size }: Unread, attempt: string): void {
  for (const scale of SCALES) {
    const fit = fitGrid(search.levels(), corners, size, { scale, reach: 0.8, gate: 0 }, search.work);
    if (!fit) return;
    search.work.left -= READ_COST * size * size;
    const read = readGrid(fit.values, size);
    if (read) {
      search.add(symbolOfGrid(read, fit.corners, attempt, { mirrored: false, inverted: false }));
      return;
    }
    const mirrored = readGrid(transposed(fit.values, size), size);
    if (mirrored) {
      search.add(symbolOfGrid(mirrored, fit.corners, attempt, { mirrored: true, inverted: false }));
      return;
    }
  }
}

/** Work units that reading a grid costs for each module. */
export const READ_COST = 40;
