/** Symbols that were moved or out of focus: the blur is taken away that the spectrum tells. */
import type { Corners } from '../../../protocol/picture';
import { sharpened } from '../blur/sharpened';
import { createSearch } from '../search';
import type { Attempt } from './attempt';
import { look } from './engine';
import { type Binarisation, survey } from './gridFinders';

/** With the seam around it a picture of that side fills a plane of 512. */
const SIDE = 488;

/** Things like finders that must be seen all the same. */
const MIN_FINDERS = 3;

/**
 * @param binarisation in which blurred finders are seen best
 * @param further what is tried on the clear picture where the engine alone does not read it
 */
export const unblurred = (name: string, binarisation: Binarisation, further: readonly Attempt[]): Attempt => ({
  name,
  run(search) {
    if (survey(search, binarisation).finders.length < MIN_FINDERS) return;
    const { gray, back } = search.atMost(SIDE);
    for (const clear of search.once(sharpened, () => sharpened(gray))) {
      const inner = { ...createSearch(clear, search.zxing, 0, search.isThorough), work: search.work };
      look(inner, name);
      for (const attempt of further) if (!inner.symbols.length) attempt.run(inner);
      for (const symbol of inner.symbols)
        search.add({ ...symbol, corners: symbol.corners.map(back) as Corners, attempt: name });
      if (inner.symbols.length) return;
    }
  },
});
