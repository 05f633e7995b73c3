/** A text over several symbols that readers join again: structured append (ISO/IEC 18004:2024 §8). */
import type { SplitOptions } from '../protocol/methods';
import type { Level, QrSymbol } from '../protocol/symbol';
import { appendHeader, isAscii, maxParts, parityOf, utf8Header } from './headers';
import { levels, maxCharacters, maxVersion } from './limits';
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
}

/**
 * Divides the text over as few symbols as possible, all of one version, between characters; the version is then made as small as that
 * number of symbols allows. A text that fits one symbol gives one part without header.
 * @throws text-empty, text-lone-surrogate, set-too-long, option-invalid
 */
export function split(text: string, options: SplitOptions = {}): EncodedSet {
  checkVersion(options.maxVersion);
  const bytes = textBytes(text, maxCharacters * maxParts);
  const wantedLevel = options.level ?? 'H';
  const header = options.eci && !isAscii(bytes) ? [utf8Header()] : [];
  for (const level of levels.slice(0, levels.indexOf(wantedLevel) + 1).reverse()) {
    const cut = fewestPieces(bytes, header, level, options.maxVersion ?? maxVersion);
    if (cut)
      return {
        parts: cut.pieces.map((piece, index) => part(piece, index, cut, header, level, parityOf(bytes))),
        wantedLevel,
        bytes: bytes.length,
      };
  }
  throw setTooLong(bytes.length, options.maxVersion);
}

interface Cut {
  version: number;
  pieces: Uint8Array[];
}

function part(bytes: Uint8Array, index: number, { version, pieces }: Cut, header: Segment[], level: Level, parity: number): EncodedPart {
  const count = pieces.length;
  const append = count > 1 ? [appendHeader(index, count, parity)] : [];
  const symbol = buildSymbol([...append, ...header, ...segmentBytes(bytes, version)], version, level);
  return { symbol, bytes, part: { index, count, parity } };
}

function fewestPieces(bytes: Uint8Array, header: Segment[], level: Level, largest: number): Cut | undefined {
  const whole = pieces(bytes, header, level, largest, maxParts);
  if (!whole) return undefined;
  let best = { version: largest, pieces: whole };
  let low = 1;
  // More room never needs more pieces, so the smallest version of as few pieces is found by halving.
  for (let high = largest; low < high; ) {
    const version = (low + high) >> 1;
    const found = pieces(bytes, header, level, version, whole.length);
    if (found) {
      best = { version, pieces: found };
      high = version;
    } else low = version + 1;
  }
  return best;
}

/** Fills symbol after symbol; undefined when `most` do not hold everything. */
function pieces(bytes: Uint8Array, header: Segment[], level: Level, version: number, most: number): Uint8Array[] | undefined {
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
