/**
 * From the worker's answers to what the page shows: plain JSON, long texts clipped, links and
 * secrets marked.
 */
import type { EncodedText } from '../../worker/protocol/methods';
import {
  type DecodedPicture,
  type DecodedSet,
  type DecodedSymbol,
  withSecretParts,
} from '../../worker/protocol/picture';
import type { Capacity, PictureCard, ReadSymbol, SymbolCard } from './contract';
import { openableLink } from './links';
import type { Made } from './shown';

/** More than any symbol holds; only a text that could not be encoded is ever longer. */
export const MAX_SHOWN_CHARACTERS = 8000;

/**
 * Eight modules a byte, first in the highest bit, as base64: a version 40 symbol takes 5 KB instead
 * of 31.
 */
export function packModules(modules: Uint8Array): string {
  const packed = new Uint8Array(Math.ceil(modules.length / 8));
  modules.forEach((dark, i) => {
    packed[i >> 3]! |= (dark & 1) << (7 - (i & 7));
  });
  return btoa(String.fromCharCode(...packed));
}

export function symbolCard({ source, item, level: wanted }: Made): SymbolCard {
  const isText = 'text' in source;
  const text = isText ? item.text : '';
  const base = {
    text: text.slice(0, MAX_SHOWN_CHARACTERS),
    length: text.length,
    secret: item.secret,
    ...(!isText && { fileName: source.name }),
  };
  if (item.error) {
    const splittable = isText && item.error.code === 'text-too-long';
    return { ...base, wantedLevel: wanted, error: item.error.message, ...(splittable && { splittable }) };
  }
  const { symbol, bytes, capacities, readBack, part, atH, recognised } = item;
  const { version, level, mask, size, segments, usedBits, capacityBits } = symbol;
  return {
    ...base,
    wantedLevel: item.wantedLevel,
    ...(part && { part: { index: part.index, count: part.count } }),
    ...(atH !== undefined && { atH }),
    ...(recognised && { kind: { label: recognised.label, bare: recognised.bare } }),
    symbol: {
      version,
      level,
      mask,
      size,
      modules: packModules(symbol.modules),
      segments,
      usedBits,
      capacityBits,
      bytes,
      capacities,
      engines: readBack.engines,
    },
  };
}

/** How much of what the wanted level can hold a text takes, or why it cannot be made. */
export function capacityOf(item: EncodedText): Capacity {
  if (item.error) {
    const field = item.error.data?.field;
    return { error: item.error.message, ...(typeof field === 'string' && { field }) };
  }
  const { bytes, capacities, symbol } = item;
  return { bytes, capacity: capacities[symbol.level], level: symbol.level, version: symbol.version };
}

/** @param sets of all pictures: a part may hold only the end of a secret */
export const pictureCard = (name: string, picture: DecodedPicture, sets: readonly DecodedSet[]): PictureCard => ({
  name,
  width: picture.width,
  height: picture.height,
  ...(picture.type !== undefined && { type: picture.type }),
  ms: picture.ms,
  cutOff: picture.cutOff ?? false,
  notes: (picture.notes ?? []).map((note) => note.message),
  ...(picture.error && { error: picture.error.message }),
  symbols: withSecretParts(picture.symbols, sets).map(readSymbol),
});

const readSymbol = (symbol: DecodedSymbol): ReadSymbol => {
  const { text, secret, format, version, level, charset, corners, engine, attempt, part } = symbol;
  return {
    text: text.slice(0, MAX_SHOWN_CHARACTERS),
    length: text.length,
    secret,
    link: openableLink(text) !== undefined,
    format,
    ...(version !== undefined && { version }),
    ...(level !== undefined && { level }),
    ...(charset && { charset }),
    corners,
    mirrored: symbol.mirrored ?? false,
    inverted: symbol.inverted ?? false,
    engine,
    attempt,
    ...(part && { part: { index: part.index, count: part.count } }),
  };
};
