/**
 * Climbs the ladder for one picture: the engine first, then attempt after attempt until nothing
 * promising is left unexplained.
 */
import type { DecodedSymbol, Effort, Formats } from '../../protocol/picture';
import { attempts, FINE, SIGNS, workOf } from './attempts';
import type { Attempt } from './attempts/attempt';
import { take } from './attempts/engine';
import { survey } from './attempts/gridFinders';
import { signsOf } from './attempts/signs';
import type { Gray } from './gray';
import { finderAgreement } from './grid/finderAgreement';
import { triples } from './grid/hypotheses';
import { shortSide } from './quad';
import { type Point, tiles } from './scale';
import { createSearch, type Search } from './search';
import type { Zxing, ZxingOptions } from './zxing';

/** `QRCode` is the whole family; filtered pictures are looked through for model 2 alone. */
const FORMATS: Record<Formats, ZxingOptions['formats']> = { qr: ['QRCode'], all: [] };

/**
 * The finders that are looked for to tell whether something is left. One counts when it was seen in
 * so many rows, and in so many for each pixel of its modules, for texture gives less; three of them
 * when so many of their modules are right: letters of a text reach 0.69 at most, the finders of a
 * symbol mostly 0.8, and 0.73 at least.
 */
const GLANCE = {
  binarisation: { side: 640, radius: 13, blur: 0, offset: 3 },
  hits: 3,
  hitsPerPixel: 0.4,
  agreement: 0.71,
};
/** The same where light or focus is so poor that a symbol was not read at the first look. */
const SECOND_GLANCE = { ...GLANCE, binarisation: FINE };
/** The same for the thorough: faint and small ones too. */
const CLOSE_LOOK = { binarisation: FINE, hits: 2, hitsPerPixel: 0, agreement: 0.68 };

/**
 * Tiles of a picture that is too large to be searched as it is: codes whose modules half the size
 * does not show are smaller than the overlap.
 */
const TILES = { side: 3000, overlap: 600 };

/**
 * @param isLate asked between attempts; true ends the search with what was read
 * @param stored the picture that `gray` was made of, with sides `times` as long: the engine looks
 * at that too, tile by tile
 * @param onFound told of each symbol when it is read
 * @returns the search with its symbols, whether it was cut off, and the names of what was tried
 */
export function climb(
  gray: Gray,
  zxing: Zxing,
  effort: Effort,
  formats: Formats,
  isLate: () => boolean,
  stored?: { gray: Gray; times: number },
  onFound?: (symbol: DecodedSymbol) => void,
): { search: Search; cutOff: boolean; tried: readonly string[] } {
  const tried = new Set(['engine']);
  const ended = (cutOff: boolean) => ({ search, cutOff, tried: [...tried] });
  const search = createSearch(gray, zxing, workOf(effort, gray), effort === 'thorough', onFound);
  const options = { formats: FORMATS[formats], returnErrors: effort !== 'fast' };
  take(search, zxing.readGray(gray.data, gray.width, gray.height, options), 'engine');
  if (stored) {
    for (const tile of tiles(stored.gray, TILES.side, TILES.overlap)) {
      if (isLate()) return ended(true);
      const { data, width, height } = tile.gray;
      take(
        search,
        zxing.readGray(data, width, height, options),
        'engine',
        (point) => tile.back(point).map((v) => v / stored.times) as Point,
      );
    }
  }
  if (effort === 'fast' || isPlain(search)) return ended(false);
  const { blind, glances, slow } = attempts[effort];
  const run = (some: readonly Attempt[]): 'settled' | 'late' | 'open' => {
    for (const attempt of some) {
      if (isSettled(search)) return 'settled';
      if (isLate()) return 'late';
      tried.add(attempt.name);
      attempt.run(search);
    }
    return 'open';
  };
  if (!hasRead(search)) {
    const signs = signsOf(search, SIGNS);
    if (signs !== 'clear') {
      const end = run(signs === 'faint' ? glances : blind);
      if (end !== 'open' || !hasRead(search)) return ended(end === 'late');
    }
  }
  return ended(run(slow) === 'late');
}

/** Something was read or located. */
const hasRead = ({ symbols, unread }: Search): boolean => symbols.length > 0 || unread.length > 0;

/** Of a symbol that is smaller than that against the picture, a larger one may stand around it. */
const SMALL_SHARE = 1 / 6;

/**
 * One symbol at the first look, no small one, and nothing seen beside it that could not be read:
 * for most pictures that is all there is.
 */
function isPlain({ symbols: [first, ...others], unread, hasTraces, isThorough, gray }: Search): boolean {
  if (isThorough || !first || others.length || unread.length || hasTraces) return false;
  return shortSide(first.corners) > SMALL_SHARE * Math.min(gray.width, gray.height);
}

/**
 * Something was read, and neither a located symbol nor three clear finders in a plausible place are
 * left over.
 */
function isSettled(search: Search): boolean {
  if (!search.symbols.length || search.unread.length) return false;
  if (search.isThorough) return !seesMore(search, CLOSE_LOOK);
  const isEasy = search.symbols.every(({ attempt }) => attempt === 'engine');
  return !seesMore(search, GLANCE) && (isEasy || !seesMore(search, SECOND_GLANCE));
}

function seesMore(search: Search, { binarisation, hits: minHits, hitsPerPixel, agreement }: typeof GLANCE): boolean {
  const { finders, binary: seen } = survey(search, binarisation);
  const clear = finders.filter(({ hits, module }) => hits >= minHits && hits >= hitsPerPixel * module);
  if (clear.length < 3) return false;
  const binary = seen();
  return triples(clear, binary).some(({ guesses }) =>
    guesses().some(({ corners, size }) => finderAgreement(binary, corners, size, agreement) > 0),
  );
}
