/** From the worker's answers to what the page shows: plain JSON, long texts clipped, links and secrets marked. */
import type { EncodedText } from '../../worker/protocol/methods';
import type { DecodedPicture, DecodedSymbol } from '../../worker/protocol/picture';
import type { Level } from '../../worker/protocol/symbol';
import type { Measured, PictureCard, ReadSymbol, SymbolCard } from './contract';
import { openableLink } from './links';
import { holdsSecret } from './secrets';

/** More than any symbol holds; only a text that could not be encoded is ever longer. */
export const MAX_SHOWN_CHARACTERS = 8000;

/** Eight modules a byte, first in the highest bit, as base64: a version 40 symbol takes 5 KB instead of 31. */
export function packModules(modules: Uint8Array): string {
  const packed = new Uint8Array(Math.ceil(modules.length / 8));
  modules.forEach((dark, i) => {
    packed[i >> 3]! |= (dark & 1) << (7 - (i & 7));
  });
  return btoa(String.fromCharCode(...packed));
}

/** `wantedLevel` is used when the answer has none, that is for an error. */
export function symbolCard(item: EncodedText, wantedLevel: Level): SymbolCard {
  const { text } = item;
  const base = { text: text.slice(0, MAX_SHOWN_CHARACTERS), length: text.length, secret: holdsSecret(text) };
  if (item.error) return { ...base, wantedLevel, error: item.error.message };
  const { symbol, bytes, capacities, readBack } = item;
  const { version, level, mask, size, segments, usedBits, capacityBits } = symbol;
  return {
    ...base,
    wantedLevel: item.wantedLevel,
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
export function measure(item: EncodedText): Measured {
  if (item.error) {
    const field = item.error.data?.field;
    return { error: item.error.message, ...(typeof field === 'string' && { field }) };
  }
  const { bytes, capacities, symbol } = item;
  return { bytes, capacity: capacities[symbol.level], level: symbol.level, version: symbol.version };
}

export const pictureCard = (name: string, picture: DecodedPicture): PictureCard => ({
  name,
  width: picture.width,
  height: picture.height,
  ...(picture.type !== undefined && { type: picture.type }),
  ms: picture.ms,
  cutOff: picture.cutOff ?? false,
  notes: (picture.notes ?? []).map((note) => note.message),
  ...(picture.error && { error: picture.error.message }),
  symbols: picture.symbols.map(readSymbol),
});

const readSymbol = (symbol: DecodedSymbol): ReadSymbol => {
  const { text, format, version, level, charset, corners, engine, attempt, part } = symbol;
  return {
    text: text.slice(0, MAX_SHOWN_CHARACTERS),
    length: text.length,
    secret: holdsSecret(text),
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
