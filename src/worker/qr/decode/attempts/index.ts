/** The ladder as data: which attempts each effort makes, in order of gain per millisecond. */
import type { Effort } from '../../../protocol/picture';
import { equalise, gamma, rotate, squash } from '../filters';
import type { Gray } from '../gray';
import { boxBlur, localThreshold } from '../localMean';
import type { Attempt } from './attempt';
import { filtered } from './engine';
import { type Binarisation, gridFinders } from './gridFinders';
import { gridLocated } from './gridLocated';
import { gridNarrow } from './gridNarrow';
import { gridRings } from './gridRings';
import { gridRolled } from './gridRolled';
import { gridSteep } from './gridSteep';
import { unblurred } from './unblurred';

const BLACK_AND_WHITE = { binarizer: 'FixedThreshold' } as const;
const MEDIUM: Binarisation = { side: 1400, radius: 20, blur: 0, offset: 3 };
const COARSE: Binarisation = { side: 1400, radius: 48, blur: 1, offset: 2 };
/** Small binarisation windows show small modules. */
export const FINE: Binarisation = { side: 1400, radius: 10, blur: 0, offset: 2 };
const LARGE: Binarisation = { side: 3100, radius: 16, blur: 1, offset: 3 };
const MAX_PAIRS = 12;

const squashed = filtered('squash-y', 800, (g) => squash(g, 1, 0.6));
const blurred = filtered('blur-2', 800, (g) => boxBlur(boxBlur(g, 2), 2));
const local = filtered('local-8', 1600, (g) => localThreshold(g, 8, 0), BLACK_AND_WHITE);

const rolled = gridRolled('grid-rolled', MEDIUM);
const steep = gridSteep('grid-steep', [FINE, MEDIUM]);
const clear = unblurred('unblurred', FINE, [gridLocated, steep]);
const narrow = gridNarrow('grid-narrow', [MEDIUM, FINE]);

/** What shows the engine the picture in another light. */
const views: readonly Attempt[] = [
  filtered('denoise', 1600, (g) => g, { tryDenoise: true }),
  filtered('local-128', 800, (g) => localThreshold(g, 128, 8), BLACK_AND_WHITE),
  filtered('gamma-0.5', 800, (g) => gamma(g, 0.5)),
  filtered('gamma-2', 800, (g) => gamma(g, 2)),
  local,
  squashed,
  blurred,
  filtered('equalise-16', 800, (g) => equalise(g, 16, 4)),
  filtered('equalise-8', 1600, (g) => equalise(g, 8, 3)),
  filtered('rotate-67', 800, (g) => rotate(g, 67.5)),
  filtered('local-128-0', 800, (g) => localThreshold(g, 128, 0), BLACK_AND_WHITE),
];

/**
 * @param minFinders how well a guessed symbol's finders must be seen before a grid is fitted there
 * @param minLarge the same for the last attempt, which gains least
 */
const steps = (minFinders: number, minLarge: number): Steps => ({
  blind: [gridRings, narrow, clear],
  glances: [gridRings, narrow, squashed, blurred, local, gridLocated, steep, rolled, clear],
  slow: [
    gridLocated,
    ...views,
    gridLocated,
    steep,
    rolled,
    clear,
    gridFinders('grid-finders', MEDIUM, MAX_PAIRS, minFinders),
    gridFinders('grid-finders-coarse', COARSE, MAX_PAIRS, minFinders),
    gridFinders('grid-finders-fine', FINE, MAX_PAIRS, minFinders),
    gridFinders('grid-finders-large', LARGE, MAX_PAIRS, minLarge),
    narrow,
    gridRings,
  ],
});

/** The binarisations in which signs of a symbol are looked for before the attempts begin. */
export const SIGNS = { dark: [MEDIUM, FINE, COARSE], light: [MEDIUM] };

interface Steps {
  /** For pictures without signs of a symbol: what is made for symbols without such signs. */
  blind: readonly Attempt[];
  /** For pictures with faint signs: the cheapest that have ever read one of those. */
  glances: readonly Attempt[];
  /** For pictures with clear signs. */
  slow: readonly Attempt[];
}

/** After the first engine call, which all efforts begin with. */
export const attempts: Record<Effort, Steps> = {
  fast: { blind: [], glances: [], slow: [] },
  normal: steps(0.6, 0.66),
  thorough: steps(0.57, 0.62),
};

/**
 * Work units (about one module or pixel looked at) for the grids of one picture: at most, and for
 * each of its pixels. Of 1,440 symbols, photographed and synthetic, one took 8.3 million, and of
 * pictures below 0.2 megapixels none more than these give.
 */
const WORK: Record<Effort, { most: number; perPixel: number }> = {
  fast: { most: 0, perPixel: 0 },
  normal: { most: 9_000_000, perPixel: 45 },
  thorough: { most: 12_000_000, perPixel: 130 },
};
/** What the smallest picture gets. */
const LEAST_WORK = 1_500_000;

/**
 * @returns work units: small pictures hold little that is worth it, however much they look like
 * symbols
 */
export function workOf(effort: Effort, { width, height }: Gray): number {
  const { most, perPixel } = WORK[effort];
  return Math.min(most, LEAST_WORK + perPixel * width * height);
}
