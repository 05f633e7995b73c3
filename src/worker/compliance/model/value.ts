/**
 * A value as it stands in a file: what it means, if that can be known, and exactly where it stands.
 */

/** Part of a document: UTF-16 offsets into the text of `uri`, end exclusive. */
export interface Place {
  uri: string;
  start: number;
  end: number;
}

/**
 * `known` is undefined when the files do not tell (a variable without default, a remote file):
 * neither good nor bad.
 */
export interface Value<T = string> {
  known: T | undefined;
  /**
   * The text after variables are filled in; every part that cannot be known is one `UNKNOWN`
   * character (so `${R}/app` still shows that it has no tag).
   */
  resolved: string;
  /** As written, quotes and variables included. */
  raw: string;
  place: Place;
  /**
   * The whole entry that would go if the value were removed: the list item, the `key: value` pair,
   * the option with its argument.
   */
  entry: Place;
}

/** Part of a document, by what stands there. */
export const placeIn = ({ uri }: { uri: string }, { start, end }: { start: number; end: number }): Place => ({
  uri,
  start,
  end,
});

/** Replaces the text of a place; an insertion has `start === end`. */
export interface Edit extends Place {
  newText: string;
}

/** Stands for text that the files do not tell. */
export const UNKNOWN = '\ufffc';

/** A text value out of its resolved form. */
export function textValue(raw: string, resolved: string, place: Place, entry: Place = place): Value {
  return { raw, resolved, known: resolved.includes(UNKNOWN) ? undefined : resolved, place, entry };
}

/**
 * The same place and text with another meaning: `read` sees the resolved text and answers undefined
 * when it cannot tell.
 */
export function valueAs<T>(value: Value<unknown>, read: (resolved: string) => T | undefined): Value<T> {
  return { ...value, known: read(value.resolved) };
}
