/** Climbs the ladder for one picture: the engine first, then attempt after attempt until nothing promising is left unexplained. */
import type { Effort, Formats } from '../../protocol/picture';
import { attempts, workOf } from './attempts';
import { take } from './attempts/engine';
import { survey } from './attempts/gridFinders';
import type { Gray } from './gray';
import { triples } from './grid/hypotheses';
import { createSearch, type Search } from './search';
import type { Zxing, ZxingOptions } from './zxingWasm';

const FORMATS: Record<Formats, ZxingOptions['formats']> = { qr: ['QRCodeModel2'], 'qr-all': ['QRCode'], all: [] };

/** The finders that are looked for to tell whether something is left: one quick look. */
const GLANCE = { side: 1000, radius: 20, blur: 0, offset: 3 };

/**
 * @param isLate asked between attempts; true ends the search with what was read
 * @returns the search with its symbols, and whether it was cut off
 */
export function climb(
  gray: Gray,
  zxing: Zxing,
  effort: Effort,
  formats: Formats,
  isLate: () => boolean,
): { search: Search; cutOff: boolean } {
  const search = createSearch(gray, zxing, workOf[effort]);
  const first = zxing.readGray(gray.data, gray.width, gray.height, { formats: FORMATS[formats], returnErrors: effort !== 'fast' });
  take(search, first, 'engine');
  for (const attempt of attempts[effort]) {
    if (isSettled(search)) return { search, cutOff: false };
    if (isLate()) return { search, cutOff: true };
    attempt.run(search);
  }
  return { search, cutOff: false };
}

/** Something was read, and neither a located symbol nor three finders in a plausible place are left over. */
function isSettled(search: Search): boolean {
  if (!search.symbols.length || search.unread.length) return false;
  const { finders, binary } = survey(search, GLANCE);
  return finders.length < 3 || triples(finders, binary).length === 0;
}
