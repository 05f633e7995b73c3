/**
 * What the attempts of one picture share: its scaled versions (made once), what was read, what was
 * seen but not read, and the work left.
 */
import type { Corners, DecodedSymbol } from '../../protocol/picture';
import type { Gray } from './gray';
import type { Work } from './grid/fitGrid';
import { centreOf, grown, isInside, shortSide } from './quad';
import { type Derived, halve, longSide, type Point, toSide } from './scale';
import type { Zxing } from './zxing';

/** A place where the engine sees a symbol that it cannot decode. */
export interface Unread {
  corners: Corners;
  /** Modules a side as the engine takes it. */
  size: number;
}

export interface Search {
  zxing: Zxing;
  /** The picture as stored. */
  gray: Gray;
  symbols: DecodedSymbol[];
  unread: Unread[];
  /** Something was seen outside of all symbols, if only one finder. */
  hasTraces: boolean;
  /** Believes every place that could be a symbol, however little it looks like one. */
  isThorough: boolean;
  work: Work;
  /** The picture, its half, its quarter … down to 200 pixels. */
  levels(): readonly Gray[];
  /** The picture with its long side at most `side`. */
  atMost(side: number): Derived;
  /** What `make` gives, made at the first call with this key and kept. */
  once<T>(key: object, make: () => T): T;
  /** Adds a symbol unless it was read before; true when it is new. */
  add(symbol: DecodedSymbol): boolean;
  addUnread(found: Unread): void;
  /** A symbol that was read covers this point: what is seen there needs no other explanation. */
  isExplained(point: Point): boolean;
}

/**
 * Of two symbols with one centre but another text, one may stand inside the other when it is so
 * much smaller.
 */
const isAlike = (a: number, b: number) => Math.min(a, b) > 0.6 * Math.max(a, b);

/** How far beyond its corners a symbol explains what is seen. */
const REACH = 1.12;

/** @param onFound told of each new symbol at once */
export function createSearch(
  gray: Gray,
  zxing: Zxing,
  workUnits: number,
  isThorough = false,
  onFound: (symbol: DecodedSymbol) => void = () => undefined,
): Search {
  const symbols: DecodedSymbol[] = [];
  const unread: Unread[] = [];
  const kept = new Map<object, unknown>();
  const scaled = new Map<number, Derived>();
  let halves: Gray[] | undefined;
  const levels = (): readonly Gray[] => {
    if (!halves) for (halves = [gray]; longSide(halves.at(-1)!) > 400; ) halves.push(halve(halves.at(-1)!));
    return halves;
  };
  const covers = ({ corners }: { corners: Corners }, point: Point) => isInside(point, grown(corners, REACH));
  return {
    zxing,
    gray,
    symbols,
    unread,
    hasTraces: false,
    isThorough,
    work: { left: workUnits },
    levels,
    atMost(side) {
      let found = scaled.get(side);
      if (!found) {
        found = shrinkTo(levels(), side);
        scaled.set(side, found);
      }
      return found;
    },
    once<T>(key: object, make: () => T): T {
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as T;
    },
    add(symbol) {
      const centre = centreOf(symbol.corners);
      const known = symbols.some(({ text, corners }) => {
        const overlap = isInside(centre, corners) || isInside(centreOf(corners), symbol.corners);
        return overlap && (text === symbol.text || isAlike(shortSide(corners), shortSide(symbol.corners)));
      });
      if (known) return false;
      symbols.push(symbol);
      onFound(symbol);
      for (let i = unread.length - 1; i >= 0; i--)
        if (covers(symbol, centreOf(unread[i]!.corners))) unread.splice(i, 1);
      return true;
    },
    addUnread(found) {
      const centre = centreOf(found.corners);
      if (symbols.some((symbol) => covers(symbol, centre))) return;
      const near = Math.max(20, shortSide(found.corners) / 8);
      const alike = unread.filter(({ corners, size }) => {
        const [x, y] = centreOf(corners);
        return size === found.size && Math.hypot(x - centre[0], y - centre[1]) < near;
      });
      if (alike.length < 2) unread.push(found);
    },
    isExplained: (point) => symbols.some((symbol) => covers(symbol, point)),
  };
}

/** The picture with its long side at most `side`, from the smallest level that is large enough. */
function shrinkTo(levels: readonly Gray[], side: number): Derived {
  const [whole] = levels as [Gray];
  if (longSide(whole) <= side) return { gray: whole, back: (point) => point };
  const level = levels.findLastIndex((l) => longSide(l) >= side);
  const { gray } = toSide(levels[level]!, side);
  const fx = whole.width / gray.width;
  const fy = whole.height / gray.height;
  return { gray, back: ([x, y]) => [x * fx, y * fy] };
}
