/**
 * The history of codes as data: what of the shown things goes in, in which order, how much is kept,
 * and what of a damaged storage is still good.
 */
import { type DecodedSet, isPartOf, withSecretParts } from '../../worker/protocol/picture';
import type { Shown } from '../panel/shown';

export const origins = ['made', 'read'] as const;

/** A code that was made or read; never one that holds a secret. */
export interface HistoryEntry {
  origin: (typeof origins)[number];
  text: string;
  /** When it was made or read last, in milliseconds since 1970. */
  at: number;
  /** Address of the picture that it was read in. */
  picture?: string;
}

/** What the panel shows at a moment, with the sets that its pictures make. */
export interface ShownCodes extends Shown {
  sets: readonly DecodedSet[];
}

/**
 * Of a selection that is followed only the newest code is kept; what a reload brings back is known.
 */
export type Remembered = 'new' | 'followed' | 'restored';

/** The largest symbol holds fewer; longer texts, of sets, are left out: cut ones would be wrong. */
export const MAX_CHARACTERS = 8000;
/** Of all texts together, so that the file is read in no time. */
const MAX_TOTAL = 400_000;
/** The largest choice of the setting. */
export const MAX_SIZE = 500;

const isKept = (text: string): boolean => text !== '' && text.length <= MAX_CHARACTERS;

/**
 * The codes that are shown and were not before.
 *
 * @param seen what was shown before; what is shown now is added to it
 * @returns newest last, as they are shown; empty where none of what is new is kept, undefined where
 * nothing is new
 */
export function newEntries(
  { made, read, sets }: ShownCodes,
  seen: WeakSet<object>,
  at: number,
): HistoryEntry[] | undefined {
  let isAnyNew = false;
  const isNew = (thing: object) => {
    if (seen.has(thing)) return false;
    isAnyNew = true;
    seen.add(thing);
    return true;
  };
  const texts = made.flatMap(({ source, item }): HistoryEntry[] => {
    // What failed may still be made by other choices: it is not seen by that.
    if (item.error) {
      isAnyNew ||= !seen.has(source);
      return [];
    }
    if (!isNew(source) || item.secret || !('text' in source)) return [];
    return isKept(source.text) ? [{ origin: 'made', text: source.text, at }] : [];
  });
  const found = read.filter(isNew).flatMap(({ uri, picture }): HistoryEntry[] => {
    const place = uri === undefined ? {} : { picture: uri };
    const parts = picture.symbols.filter(({ part }) => part);
    const whole = sets.filter((set) => !set.secret && parts.some((part) => isPartOf(part, set)));
    return [
      ...withSecretParts(picture.symbols, sets).flatMap(({ text, secret, part }) => (secret || part ? [] : [text])),
      ...whole.flatMap(({ text }) => text ?? []),
    ].flatMap((text) => (isKept(text) ? [{ origin: 'read' as const, text, at, ...place }] : []));
  });
  return isAnyNew ? [...texts, ...found] : undefined;
}

const keyOf = ({ origin, text }: HistoryEntry): string => `${origin} ${text}`;

/** Newest first; the same code once, at its newest place; no more than is to be kept. */
export function joinEntries(
  added: readonly HistoryEntry[],
  old: readonly HistoryEntry[],
  size: number,
): HistoryEntry[] {
  const byKey = new Map<string, HistoryEntry>();
  for (const entry of [...added.toReversed(), ...old]) if (!byKey.has(keyOf(entry))) byKey.set(keyOf(entry), entry);
  let room = MAX_TOTAL;
  return [...byKey.values()].slice(0, Math.min(size, MAX_SIZE)).filter(({ text }) => (room -= text.length) >= 0);
}

export const withoutEntries = (all: readonly HistoryEntry[], gone: readonly HistoryEntry[]): HistoryEntry[] => {
  const keys = new Set(gone.map(keyOf));
  return all.filter((entry) => !keys.has(keyOf(entry)));
};

/** The entries in what was stored, whatever that is; never throws. */
export function parseEntries(stored: unknown): HistoryEntry[] {
  if (typeof stored !== 'object' || stored === null || !('codes' in stored) || !Array.isArray(stored.codes)) return [];
  return joinEntries([], stored.codes.slice(0, MAX_SIZE).flatMap(entryOf), MAX_SIZE);
}

function entryOf(value: unknown): HistoryEntry[] {
  if (typeof value !== 'object' || value === null) return [];
  const { origin: named, text, at, picture } = value as Record<string, unknown>;
  const origin = origins.find((each) => each === named);
  if (!origin || typeof text !== 'string' || !isKept(text)) return [];
  if (typeof at !== 'number' || !Number.isFinite(at) || Math.abs(at) > 8.64e15) return [];
  return [{ origin, text, at, ...(typeof picture === 'string' && picture.length <= 4000 && { picture }) }];
}

/** A line for lists: what does not show, or would move the text, is a dot. */
export const lineOf = (text: string, length = 80): string => {
  const shown = [...text.slice(0, 4 * length)].slice(0, length).join('');
  return `${shown.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, '·')}${shown.length < text.length ? '…' : ''}`;
};
