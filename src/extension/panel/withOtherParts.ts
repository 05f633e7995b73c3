/** Files that belong together. */
import { isPartOf } from '../../worker/protocol/picture';
import type { ReadFile } from '../features/readPictures';
import type { ReadPicture } from './shown';

/** More symbols than a set may have. */
const MAX_SHOWN = 17;

/** The file, and those that hold the other parts of its divided texts: together they are a text. */
export function withOtherParts(file: ReadFile, files: ReadonlyMap<number, ReadFile>): ReadPicture[] {
  const parts = file.picture.symbols.flatMap(({ part }) => part ?? []);
  const isOther = (other: ReadFile) =>
    other !== file && other.picture.symbols.some((symbol) => parts.some((part) => isPartOf(symbol, part)));
  const others = parts.length > 0 ? [...files.values()].filter(isOther) : [];
  return [file, ...others].slice(0, MAX_SHOWN).map(({ name, uri, picture }) => ({ name, uri, picture }));
}
