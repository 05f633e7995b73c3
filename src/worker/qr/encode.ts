/** Text to QR Code symbol: level, version, segments, mask. */
import type { EncodeOptions } from '../protocol/methods';
import type { Level, QrSymbol } from '../protocol/symbol';
import { symbolCodewords } from './codewords';
import { byteCapacities, levels, maxVersion } from './limits';
import { applyMask, penalty } from './mask';
import { drawFormat, placeCodewords, template } from './matrix';
import { type Segment, streamBits } from './segments';
import { segmentBytes } from './segmentText';
import { dataCodewords } from './standard';
import { textBytes, tooLong } from './textBytes';

export interface Encoded {
  symbol: QrSymbol;
  /** The level asked for; the symbol's own is weaker when the text does not fit otherwise. */
  wantedLevel: Level;
  /** UTF-8 bytes of the text. */
  bytes: number;
  /** Bytes that the largest symbol (or that of the version asked for) holds. */
  capacities: Record<Level, number>;
}

/**
 * Makes the smallest symbol of the wanted level (default H), or of the strongest level that holds the text.
 * @throws text-empty, text-lone-surrogate, text-too-long
 */
export function encode(text: string, options: EncodeOptions = {}): Encoded {
  const bytes = textBytes(text);
  const wantedLevel = options.level ?? 'H';
  const fit = firstFit((version) => segmentBytes(bytes, version), wantedLevel, options.version);
  if (!fit) throw tooLong(bytes.length, options.version);
  return {
    symbol: buildSymbol(fit.segments, fit.version, fit.level, options.mask),
    wantedLevel,
    bytes: bytes.length,
    capacities: byteCapacities(options.version),
  };
}

interface Fit {
  segments: Segment[];
  version: number;
  level: Level;
}

/** First and last version of the classes that share header lengths, and so segments. */
const versionClasses = [
  [1, 9],
  [10, 26],
  [27, maxVersion],
] as const;

/** The wanted level's smallest version that fits, else the next weaker level's; only `fixed` is tried when given. */
function firstFit(segmentsFor: (version: number) => Segment[], wanted: Level, fixed: number | undefined): Fit | undefined {
  const classes = fixed ? [[fixed, fixed] as const] : versionClasses;
  const tried = new Map<number, Segment[]>();
  const segmentsOf = (version: number) => {
    let segments = tried.get(version);
    if (!segments) tried.set(version, (segments = segmentsFor(version)));
    return segments;
  };
  for (const level of levels.slice(0, levels.indexOf(wanted) + 1).reverse())
    for (const [first, last] of classes) {
      const segments = segmentsOf(first);
      const needed = streamBits(segments, first);
      for (let version = first; version <= last; version++)
        if (needed <= dataCodewords(version, level) * 8) return { segments, version, level };
    }
  return undefined;
}

/** Draws the symbol of segments that fit; mask 0 to 7, default the one with the lowest penalty. */
export function buildSymbol(segments: Segment[], version: number, level: Level, mask?: number): QrSymbol {
  const { size, modules: empty, path } = template(version);
  const modules = empty.slice();
  placeCodewords(modules, path, symbolCodewords(segments, version, level));
  const chosen = mask ?? bestMask(modules, size, path, level);
  drawFormat(modules, size, level, chosen);
  applyMask(modules, size, path, chosen);
  return {
    version,
    level,
    mask: chosen,
    size,
    modules,
    segments: segments.map((segment) => ({ mode: segment.mode, characters: segment.characters })),
    usedBits: streamBits(segments, version),
    capacityBits: dataCodewords(version, level) * 8,
  };
}

function bestMask(modules: Uint8Array, size: number, path: Int32Array, level: Level): number {
  let best = 0;
  let fewest = Infinity;
  for (let mask = 0; mask < 8; mask++) {
    const tried = modules.slice();
    drawFormat(tried, size, level, mask);
    applyMask(tried, size, path, mask);
    const points = penalty(tried, size);
    if (points < fewest) {
      fewest = points;
      best = mask;
    }
  }
  return best;
}
