/**
 * Looks for symbols in all that a file shows: its picture on white and on black, then its further
 * frames or pages.
 */
import { failure, fault } from '../../protocol/errors';
import type { Corners, DecodedPicture, DecodedSymbol, Effort } from '../../protocol/picture';
import { DEFAULT_MAX_PIXELS, DEFAULT_TIMEOUT_MS } from './defaults';
import { furtherFrames } from './furtherFrames';
import type { Gray } from './gray';
import { climb } from './ladder';
import type { PictureHeader } from './pictureHeader';
import { hasWebAssembly } from './prepareZxing';
import type { DecodeEngine, OnFound, PictureOptions } from './reading';
import { readPixels } from './readPixels';
import { halvedTo, longSide, type Point, toSide } from './scale';
import { tellingGrounds } from './tellingGrounds';
import { applyTools } from './tools/applyTools';

/**
 * Pixels of the largest picture that is searched as it is; a larger one is halved, for the search
 * wants several times its memory.
 */
const MAX_SEARCHED = 36_000_000;
/**
 * Share of the deadline after which no further attempt begins: the rest is for the one that runs.
 */
const LATE_SHARE = 0.7;
/** Frames or pages of a file that are looked at, and pixels of all of them. */
const MAX_FRAMES = 300;
const MAX_FRAME_PIXELS = 400_000_000;

interface Reading {
  bytes: Uint8Array;
  options: PictureOptions;
  engine: DecodeEngine;
  onFound?: OnFound;
}

/** Adds symbols, notes and what was tried to the picture. @throws faults of the readers and tools */
export function searchFile(
  { bytes, options, engine, onFound }: Reading,
  header: PictureHeader,
  picture: DecodedPicture,
): void {
  const late = engine.now() + LATE_SHARE * (options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const isLate = () => engine.now() > late;
  // All that follows the first look is WebAssembly too.
  const effort = hasWebAssembly() ? (options.effort ?? 'normal') : 'fast';
  const { formats = 'qr', tools = [], changedSide } = options;
  const after = tools.map(({ kind }) => kind);
  const note = (code: 'picture-partly-read' | 'picture-frames-left', data: Record<string, string | number>) => {
    picture.notes = [...(picture.notes ?? []), failure(code, options.locale ?? 'en', data)];
  };

  const search = (stored: Gray, tries: Effort, frame: number) => {
    const changed = applyTools(stored, tools);
    const { gray, times } = halvedTo(changed.gray, MAX_SEARCHED);
    const back = ([x, y]: Point) => changed.back([x * times, y * times]);
    const add = (symbol: DecodedSymbol) => {
      const corners = symbol.corners.map(back) as Corners;
      const placed = { ...symbol, corners, ...(after.length && { after }), ...(frame && { frame }) };
      if (frame && picture.symbols.some((other) => isSame(other, placed))) return;
      picture.symbols.push(placed);
      onFound?.(placed, picture);
    };
    if (changedSide && !picture.changed) picture.changed = smaller(changed.gray, changedSide);
    const large = times > 1 ? { gray: changed.gray, times } : undefined;
    const { cutOff, tried } = climb(gray, engine.zxing, tries, formats, isLate, large, add);
    picture.tried = [...new Set([...(picture.tried ?? []), ...tried])];
    if (cutOff) picture.cutOff = true;
  };

  /** Apart, so that it is let go before the next is read. @returns whether it is whole */
  const searchFirst = (): boolean => {
    const { grays, whole } = readPixels(bytes, header, engine.inflate);
    for (const { gray, isAlike } of tellingGrounds(grays)) {
      search(gray, isAlike ? 'fast' : effort, 0);
      if (picture.symbols.length || picture.cutOff) break;
    }
    return whole;
  };
  const whole = searchFirst();
  const more = furtherFrames(bytes, header, options.maxPixels ?? DEFAULT_MAX_PIXELS, engine.inflate);
  if (more) {
    let looked = 1;
    let pixels = header.width * header.height;
    for (const gray of more.read()) {
      pixels += gray.width * gray.height;
      if (isLate()) picture.cutOff = true;
      if (picture.cutOff || looked >= MAX_FRAMES || pixels > MAX_FRAME_PIXELS) break;
      // Places are those of the first page.
      if (tools.length && (gray.width !== header.width || gray.height !== header.height)) break;
      search(gray, more.arePages || effort === 'thorough' ? effort : 'fast', looked);
      looked++;
    }
    if (looked < more.count) note('picture-frames-left', { count: more.count, looked });
  }
  if (whole) return;
  const type = header.type.toUpperCase();
  if (!picture.symbols.length) throw fault('picture-damaged', { type });
  note('picture-partly-read', { type });
}

const smaller = (gray: Gray, side: number): Gray => (longSide(gray) > side ? toSide(gray, side).gray : gray);

/** Frames repeat their symbols; where it stands may change. */
const isSame = (a: DecodedSymbol, b: DecodedSymbol) => a.text === b.text && a.format === b.format;
