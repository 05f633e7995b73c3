/** Attempts that show the engine the picture, as it is or after a filter. */
import type { Corners, DecodedSymbol } from '../../../protocol/picture';
import type { Gray } from '../gray';
import { fixedAgreement } from '../grid/fixedModules';
import { centreOf } from '../quad';
import type { Derived } from '../scale';
import type { Search } from '../search';
import { symbolOfRead } from '../toSymbol';
import type { ZxingOptions, ZxingRead } from '../zxing';
import type { Attempt } from './attempt';

/**
 * Retries look for QR Code model 2 only: the sole misreads ever seen were Micro QR out of filtered
 * pictures.
 */
const RETRY: ZxingOptions = { formats: ['QRCodeModel2'], returnErrors: true };

/**
 * Located places that a second look reads have 0.7 and more of their fixed modules right, lines of
 * text mostly 0.4 to 0.65 but up to 0.8: those are not believed beside a symbol that was read.
 */
const MIN_AGREEMENT = 0.66;
const MIN_AGREEMENT_BESIDE = 0.82;

/** Adds what the engine read to the search, and remembers what it located but could not read. */
export function take(search: Search, reads: readonly ZxingRead[], attempt: string, back?: Derived['back']): void {
  for (const read of reads) {
    const corners = (back ? read.corners.map(back) : read.corners) as DecodedSymbol['corners'];
    if (read.valid) search.add(symbolOfRead({ ...read, corners }, attempt));
  }
  const enough = search.isThorough ? 0 : search.symbols.length ? MIN_AGREEMENT_BESIDE : MIN_AGREEMENT;
  search.hasTraces ||= reads.some(
    ({ valid, corners }) => !valid && !search.isExplained(centreOf((back ? corners.map(back) : corners) as Corners)),
  );
  for (const { valid, size, corners, modules } of reads) {
    if (valid || size < 21 || size > 177 || size % 4 !== 1 || fixedAgreement(modules, size) < enough) continue;
    search.addUnread({ size, corners: (back ? corners.map(back) : corners) as DecodedSymbol['corners'] });
  }
}

/** Shows the engine the search's own picture, which was made of another. */
export function look(search: Search, attempt: string): void {
  const { data, width, height } = search.gray;
  take(search, search.zxing.readGray(data, width, height, RETRY), attempt);
}

/** A filtered copy with its long side at most `side`. */
export const filtered = (
  name: string,
  side: number,
  filter: (gray: Gray) => Gray | Derived,
  options: Partial<ZxingOptions> = {},
): Attempt => ({
  name,
  run(search) {
    const small = search.atMost(side);
    const made = filter(small.gray);
    const { gray, back } = 'gray' in made ? made : { gray: made, back: (point: [number, number]) => point };
    const reads = search.zxing.readGray(gray.data, gray.width, gray.height, { ...RETRY, ...options });
    take(search, reads, name, (point) => small.back(back(point)));
  },
});
