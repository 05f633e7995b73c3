/**
 * A text over several symbols that readers join again: structured append (ISO/IEC 18004:2024 §8).
 */
import type { SetSize, SplitOptions } from '../protocol/methods';
import type { Level, QrSymbol } from '../protocol/symbol';
import { appendHeader, isAscii, maxParts, parityOf, utf8Header } from './headers';
import { levels, maxCharacters, maxVersion } from './limits';
import { sizeOf } from './matrix';
import { type Segment, streamBits } from './segments';
import { longestPrefix, segmentBytes } from './segmentText';
import { dataCodewords } from './standard';
import { buildSymbol } from './symbol';
import { checkVersion, setTooLong, textBytes } from './textBytes';

export interface EncodedPart {
  symbol: QrSymbol;
  /** What this symbol alone gives. */
  bytes: Uint8Array;
  /** Index from 0. */
  part: { index: number; count: number; parity: number };
}

export interface EncodedSet {
  parts: EncodedPart[];
  wantedLevel: Level;
  bytes: number;
  /** The level was chosen here, and is weaker than H: what H would have taken. */
  atH?: SetSize | null;
}

/**
 * Divides the text over symbols of one version, between characters. A level that is asked for is
 * kept as long as 16 symbols hold the text; the symbols are as few, and then as small, as it
 * allows. Without one, the level is that of the best readable set: as few symbols as possible, then
 * the smallest version, then the strongest level. A text that fits one symbol gives one part
 * without header, at the strongest level that holds it.
 * @throws text-empty, text-lone-surrogate, set-too-long, option-invalid
 */
export function split(text: string, { eci, level, maxVersion: largest = maxVersion }: SplitOptions = {}): EncodedSet {
  checkVersion(largest);
  const bytes = textBytes(text, maxCharacters * maxParts);
  const header = eci && !isAscii(bytes) ? [utf8Header()] : [];
  const wanted: Wanted = { bytes, header, largest };
  const strongest = strongestThatHolds(wanted, level ?? 'H');
  if (!strongest) throw setTooLong(bytes.length, largest);
  const best = level === undefined && strongest.pieces.length > 1 ? bestReadable(wanted, strongest) : strongest;
  const isSet = best.pieces.length > 1;
  const { version, pieces } = strongest;
  const atH = strongest.level === 'H' ? { count: pieces.length, size: sizeOf(version) } : null;
  return {
    parts: best.pieces.map((piece, index) => part(piece, index, best, header, parityOf(bytes))),
    wantedLevel: level ?? (isSet ? best.level : 'H'),
    bytes: bytes.length,
    ...(isSet && level === undefined && best.level !== 'H' && { atH }),
  };
}

interface Wanted {
  bytes: Uint8Array;
  header: Segment[];
  largest: number;
}

function strongestThatHolds(wanted: Wanted, from: Level): Cut | undefined {
  for (const level of levels.slice(0, levels.indexOf(from) + 1).reverse()) {
    const cut = fewestPieces(wanted, level);
    if (cut) return cut;
  }
  return undefined;
}

/**
 * What one symbol holds takes the strongest level that does; of sets with as few symbols, the
 * smaller and then the stronger is best.
 */
function bestReadable(wanted: Wanted, strongest: Cut): Cut {
  const weakest = fewestPieces(wanted, 'L') ?? strongest;
  const count = weakest.pieces.length;
  for (const level of levels.slice(0, levels.indexOf(strongest.level) + 1).reverse()) {
    const cut = level === strongest.level ? strongest : fewestPieces(wanted, level);
    if (cut?.pieces.length === count && (count === 1 || cut.version === weakest.version)) return cut;
  }
  return weakest;
}

interface Cut {
  level: Level;
  version: number;
  pieces: Uint8Array[];
}

function part(
  bytes: Uint8Array,
  index: number,
  { level, version, pieces }: Cut,
  header: Segment[],
  parity: number,
): EncodedPart {
  const count = pieces.length;
  const append = count > 1 ? [appendHeader(index, count, parity)] : [];
  const symbol = buildSymbol([...append, ...header, ...segmentBytes(bytes, version)], version, level);
  return { symbol, bytes, part: { index, count, parity } };
}

function fewestPieces({ bytes, header, largest }: Wanted, level: Level): Cut | undefined {
  const whole = pieces(bytes, header, level, largest, maxParts);
  if (!whole) return undefined;
  let best: Cut = { level, version: largest, pieces: whole };
  let low = 1;
  // More room never needs more pieces, so the smallest version of as few pieces is found by
  // halving.
  for (let high = largest; low < high; ) {
    const version = (low + high) >> 1;
    const found = pieces(bytes, header, level, version, whole.length);
    if (found) {
      best = { level, version, pieces: found };
      high = version;
    } else low = version + 1;
  }
  return best;
}

/** Fills symbol after symbol; undefined when `most` do not hold everything. */
function pieces(
  bytes: Uint8Array,
  header: Segment[],
  level: Level,
  version: number,
  most: number,
): Uint8Array[] | undefined {
  const room = dataCodewords(version, level) * 8 - streamBits(header, version);
  if (longestPrefix(bytes, version, room) === bytes.length) return [bytes];
  const partRoom = room - streamBits([appendHeader(0, 2, 0)], version);
  const found: Uint8Array[] = [];
  for (let start = 0; start < bytes.length; ) {
    if (found.length === most) return undefined;
    const length = wholeCharacters(bytes.subarray(start), longestPrefix(bytes.subarray(start), version, partRoom));
    if (length === 0) return undefined;
    found.push(bytes.subarray(start, (start += length)));
  }
  return found;
}

/** So many bytes or a few less, so that no character of UTF-8 is cut: 10xxxxxx continues one. */
function wholeCharacters(bytes: Uint8Array, length: number): number {
  let end = length;
  while (end > 0 && end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end--;
  return end;
}
