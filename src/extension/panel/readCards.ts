/**
 * From the worker's answers to what the page shows of symbols that were read: plain JSON, long texts
 * clipped, secrets left out until they are asked for.
 */
import type { Link } from '../../worker/protocol/link';
import type { TextField, TextMeaning } from '../../worker/protocol/meaning';
import { MASK } from '../../worker/protocol/payload';
import {
  type DecodedPicture,
  type DecodedSet,
  type DecodedSymbol,
  withSecretParts,
} from '../../worker/protocol/picture';
import { triedWords } from './attemptWords';
import { MAX_SHOWN_CHARACTERS } from './cards';
import type { PictureCard, ReadSymbol, ReadText } from './contract';

/** What a text means, where that is known. */
export type Meanings = ReadonlyMap<string, TextMeaning>;

/** @param sets of all pictures: a part may hold only the end of a secret */
export const pictureCard = (
  name: string,
  picture: DecodedPicture,
  sets: readonly DecodedSet[],
  meanings: Meanings,
): Omit<PictureCard, 'key'> => ({
  name,
  width: picture.width,
  height: picture.height,
  ...(picture.orientation !== undefined && { orientation: picture.orientation }),
  ...(picture.type !== undefined && { type: picture.type }),
  ms: picture.ms,
  cutOff: picture.cutOff ?? false,
  tried: triedWords(picture.tried ?? []),
  notes: (picture.notes ?? []).map((note) => note.message),
  ...(picture.error && { error: picture.error.message }),
  symbols: withSecretParts(picture.symbols, sets).map((symbol) => readSymbol(symbol, meanings, false)),
});

/** @param isRevealed the user has asked to see the secret */
export function readSymbol(symbol: DecodedSymbol, meanings: Meanings, isRevealed: boolean): ReadSymbol {
  const { text, secret, format, version, level, charset, corners, engine, attempt, part, after = [] } = symbol;
  return {
    ...readText(text, secret, meanings, isRevealed),
    format,
    ...(version !== undefined && { version }),
    ...(level !== undefined && { level }),
    ...(charset && { charset }),
    corners,
    mirrored: symbol.mirrored ?? false,
    inverted: symbol.inverted ?? false,
    engine,
    attempt,
    after,
    ...(part && { part: { index: part.index, count: part.count } }),
  };
}

/** A secret text is left out, with all of its fields and of its address that may hold it. */
export function readText(text: string, secret: boolean, meanings: Meanings, isRevealed: boolean): ReadText {
  const hidden = secret && !isRevealed;
  const { known, fields = [], link } = meanings.get(text) ?? {};
  return {
    text: hidden ? '' : text.slice(0, MAX_SHOWN_CHARACTERS),
    length: hidden ? 0 : text.length,
    secret,
    hidden,
    ...(known && known.kind !== 'text' && { kind: { label: known.label, bare: known.bare } }),
    fields: hidden ? masked(fields) : fields,
    ...(link && { link: hidden ? hostOnly(link) : link }),
  };
}

/** Where no field alone is the secret, none is shown. */
const masked = (fields: readonly TextField[]): TextField[] =>
  fields.some(({ secret }) => secret) ? fields.map((field) => (field.secret ? { ...field, value: MASK } : field)) : [];

const hostOnly = ({ parts, ...link }: Link): Link => ({
  ...link,
  href: '',
  parts: { before: '', host: parts.host, after: '' },
});
