/**
 * Second look at what the engine located but could not decode: a bendable grid, fitted where the
 * engine saw the symbol.
 */
import { fitGrid } from '../grid/fitGrid';
import { readFit } from '../grid/readFit';
import { centreOf } from '../quad';
import type { Search, Unread } from '../search';
import { symbolOfGrid } from '../toSymbol';
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
    const fit = fitGrid(search.levels(), corners, size, { scale, reach: 0.8, gate: 0, least: 0 }, search.work);
    if (!fit) return;
    const found = readFit(fit, search.work, true);
    if (found) {
      search.add(symbolOfGrid(found.read, fit.corners, attempt, { mirrored: found.mirrored, inverted: false }));
      return;
    }
  }
}
