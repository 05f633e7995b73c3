/** Reads JSON that somebody else wrote: each part is what it should be, or the error names its place. */

/**
 * The parser's own words quote the file, which may be another one, with secrets in it.
 * @throws the given error
 */
export function parseJson(text: string, notJson: () => Error): unknown {
  try {
    // Some editors write a byte order mark.
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    throw notJson();
  }
}

interface ShapeReaders {
  asObject(value: unknown, at: string): Record<string, unknown>;
  asList(value: unknown, at: string): unknown[];
  asText(value: unknown, at: string): string;
  /** A whole number of at least that. */
  asCount(value: unknown, at: string, least: number): number;
}

/** @param wrong the error of what is missing or has another form, by its place: `findings[2].path` */
export function shapeReaders(wrong: (at: string) => Error): ShapeReaders {
  return {
    asObject(value, at) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(at);
      return value as Record<string, unknown>;
    },
    asList(value, at) {
      if (!Array.isArray(value)) throw wrong(at);
      return value;
    },
    asText(value, at) {
      if (typeof value !== 'string') throw wrong(at);
      return value;
    },
    asCount(value, at, least) {
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < least) throw wrong(at);
      return value;
    },
  };
}
