/** Climbs the ladder for one picture: the engine first, then attempt after attempt until nothing promising is left unexplained. */
import type { DecodedSymbol, Effort, Formats } from '../../protocol/picture';
import { attempts, workOf } from './attempts';
import { take } from './attempts/engine';
import { survey } from './attempts/gridFinders';
import type { Gray } from './gray';
import { finderAgreement } from './grid/finderAgreement';
import { triples } from './grid/hypotheses';
import { createSearch, type Search } from './search';
import type { Zxing, ZxingOptions, ZxingRead } from './zxingWasm';

const FORMATS: Record<Formats, ZxingOptions['formats']> = { qr: ['QRCodeModel2'], 'qr-all': ['QRCode'], all: [] };

/** The finders that are looked for to tell whether something is left: one quick look at few pixels, for most pictures end with it. */
const GLANCE = { side: 640, radius: 13, blur: 0, offset: 3 };

/** What the first engine call reads of the file itself: the engine's own picture reader is the faster one. */
export interface FirstLook {
  symbols: DecodedSymbol[];
  /** One symbol, and nothing located beside it that could not be read: for most pictures that is all there is. */
  isAll: boolean;
  reads: readonly ZxingRead[];
}

/** @returns undefined when the engine's reader makes no picture, or only part of one, of the file */
export function lookAtFile(bytes: Uint8Array, zxing: Zxing, effort: Effort, formats: Formats): FirstLook | undefined {
  const search = createSearch({ data: new Uint8Array(), width: 0, height: 0 }, zxing, 0);
  try {
    const reads = zxing.readFile(bytes, firstOptions(effort, formats));
    take(search, reads, 'engine');
    const isAll = search.symbols.length === 1 && search.unread.length === 0;
    return { symbols: search.symbols, isAll, reads };
  } catch {
    return undefined;
  }
}

const firstOptions = (effort: Effort, formats: Formats): ZxingOptions => ({ formats: FORMATS[formats], returnErrors: effort !== 'fast' });

/**
 * @param isLate asked between attempts; true ends the search with what was read
 * @param first what the first engine call gave for these pixels, when it was made already
 * @returns the search with its symbols, and whether it was cut off
 */
export function climb(
  gray: Gray,
  zxing: Zxing,
  effort: Effort,
  formats: Formats,
  isLate: () => boolean,
  first: readonly ZxingRead[] = zxing.readGray(gray.data, gray.width, gray.height, firstOptions(effort, formats)),
): { search: Search; cutOff: boolean } {
  const search = createSearch(gray, zxing, workOf[effort], effort === 'thorough');
  take(search, first, 'engine');
  for (const attempt of attempts[effort]) {
    if (isSettled(search)) return { search, cutOff: false };
    if (isLate()) return { search, cutOff: true };
    attempt.run(search);
  }
  return { search, cutOff: false };
}

/** A finder counts as left over when it was seen in so many rows, and in so many for each pixel of its modules: texture gives less. */
const CLEAR_HITS = 3;
const CLEAR_HITS_PER_PIXEL = 0.4;
/** Three letters of a text reach 0.69 at most, the finders of a symbol mostly 0.8 and 0.73 at least. */
const CLEAR_AGREEMENT = 0.71;

/** Something was read, and neither a located symbol nor three clear finders in a plausible place are left over. */
function isSettled(search: Search): boolean {
  if (!search.symbols.length || search.unread.length) return false;
  const { finders, binary } = survey(search, GLANCE);
  const clear = finders.filter(({ hits, module }) => hits >= CLEAR_HITS && hits >= CLEAR_HITS_PER_PIXEL * module);
  if (clear.length < 3) return true;
  if (search.isThorough) return triples(clear, binary).length === 0;
  return !triples(clear, binary).some(({ guesses }) =>
    guesses.some(({ corners, size }) => finderAgreement(binary, corners, size) >= CLEAR_AGREEMENT),
  );
}
