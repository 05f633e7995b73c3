/** What several symbols say together: the sets of all shown pictures as the page needs them. */
import { type DecodedSet, type DecodedSymbol, isPartOf } from '../../worker/protocol/picture';
import { MAX_SHOWN_CHARACTERS } from './cards';
import type { ReadSet } from './contract';
import { openableLink } from './links';
import type { ReadPicture } from './shown';

/** The symbols of all pictures that are parts of a set. */
export const partsOf = (pictures: ReadPicture[]): DecodedSymbol[] =>
  pictures.flatMap(({ picture }) => picture.symbols.filter(({ part }) => part));

export function readSet(set: DecodedSet, pictures: ReadPicture[]): ReadSet {
  const { count, missing, text = '', secret, parityHolds } = set;
  const found = pictures.flatMap(({ name, picture }) =>
    picture.symbols.flatMap((symbol, i) =>
      isPartOf(symbol, set) ? [{ index: symbol.part!.index, picture: name, number: i + 1 }] : [],
    ),
  );
  // A part that was read twice counts once, as in the joined text.
  const parts = found.filter(({ index }, i) => found.findIndex((other) => other.index === index) === i);
  return {
    count,
    missing,
    parts: parts.sort((a, b) => a.index - b.index),
    text: text.slice(0, MAX_SHOWN_CHARACTERS),
    length: text.length,
    secret,
    link: openableLink(text) !== undefined,
    mixed: parityHolds === false,
    ...(parityHolds === undefined && !missing.length && { unchecked: true }),
  };
}
