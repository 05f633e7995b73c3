/**
 * From the worker's answers to what the page shows of made symbols: plain JSON, long texts clipped,
 * secrets marked.
 */
import type { EncodedText } from '../../worker/protocol/methods';
import type { Capacity, SymbolCard } from './contract';
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
