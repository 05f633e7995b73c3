/** A value as it stands in a file: what it means, if that can be known, and exactly where it stands. */

/** Part of a document: UTF-16 offsets into the text of `uri`, end exclusive. */
export interface Place {
  uri: string;
  start: number;
  end: number;
}

/** `known` is undefined when the files do not tell (a variable without default, a remote file): neither good nor bad. */
export interface Value<T = string> {
  known: T | undefined;
  /** As written, quotes and variables included. */
  raw: string;
  place: Place;
  /** The whole entry that would go if the value were removed: the list item, the `key: value` pair, the option with its argument. */
  entry: Place;
}

/** Replaces the text of a place; an insertion has `start === end`. */
export interface Edit extends Place {
  newText: string;
}
