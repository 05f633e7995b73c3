/** What several symbols say together: the sets of all shown pictures as the page needs them. */
import { type DecodedSet, type DecodedSymbol, isPartOf } from '../../worker/protocol/picture';
import type { ReadSet } from './contract';
import { type Meanings, readText } from './readCards';
import type { ReadPicture } from './shown';

/** The symbols of all pictures that are parts of a set. */
export const partsOf = (pictures: ReadPicture[]): DecodedSymbol[] =>
  pictures.flatMap(({ picture }) => picture.symbols.filter(({ part }) => part));

/** @param isRevealed the user has asked to see the secret */
export function readSet(set: DecodedSet, pictures: ReadPicture[], meanings: Meanings, isRevealed: boolean): ReadSet {
  const { count, missing, text = '', secret, parityHolds } = set;
  const found = pictures.flatMap(({ name, picture }) =>
    picture.symbols.flatMap((symbol, i) =>
      isPartOf(symbol, set) ? [{ index: symbol.part!.index, picture: name, number: i + 1 }] : [],
    ),
  );
  // A part that was read twice counts once, as in the joined text.
  const parts = found.filter(({ index }, i) => found.findIndex((other) => other.index === index) === i);
  return {
    ...readText(text, secret, meanings, isRevealed),
    count,
    missing,
    parts: parts.sort((a, b) => a.index - b.index),
    mixed: parityHolds === false,
    ...(parityHolds === undefined && !missing.length && { unchecked: true }),
  };
}

/** The bytes of all parts, in order. */
export const bytesOfSet = (set: DecodedSet, pictures: ReadPicture[]): Uint8Array => {
  const parts = partsOf(pictures).filter((symbol) => isPartOf(symbol, set));
  const inOrder = Array.from({ length: set.count }, (_, index) => parts.find(({ part }) => part?.index === index));
  return Uint8Array.from(inOrder.flatMap((symbol) => [...(symbol?.bytes ?? [])]));
};
