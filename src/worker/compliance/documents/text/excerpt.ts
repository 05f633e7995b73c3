/**
 * Text taken out of a document, with the way back: every range of the excerpt has its exact place
 * in the document.
 */
import { lastAtOrBefore } from '../../lastAtOrBefore';

export interface Span {
  /** UTF-16 offsets, end exclusive. */
  start: number;
  end: number;
}

export interface Excerpt {
  text: string;
  /**
   * The document's range for a range of the excerpt. Text that stands for something else (a
   * template expression) gives the whole of it.
   */
  place(from: number, to: number): Span;
  /**
   * How new text has to be written at that place of the document (quoting of the layer around it);
   * undefined when it cannot be.
   */
  write(text: string): string | undefined;
}

/**
 * A run of excerpt text and the document range it came from; character for character when the
 * lengths are equal.
 */
export interface Piece extends Span {
  text: string;
}

const asIs = (text: string): string => text;

/** The text itself, standing at `offset` of the document. */
export function wholeExcerpt(text: string, offset = 0): Excerpt {
  return { text, place: (from, to) => ({ start: offset + from, end: offset + to }), write: asIs };
}

/** The pieces one after another; they must be in document order. */
export function excerptOf(pieces: readonly Piece[], write: Excerpt['write'] = asIs): Excerpt {
  const begins: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    begins.push(length);
    length += piece.text.length;
  }
  const linear = (piece: Piece) => piece.text.length === piece.end - piece.start;
  const startOf = (index: number): number => {
    const at = lastAtOrBefore(begins, index);
    const piece = pieces[at];
    if (!piece) return 0;
    return linear(piece)
      ? piece.start + index - begins[at]!
      : index >= begins[at]! + piece.text.length
        ? piece.end
        : piece.start;
  };
  const endOf = (index: number): number => {
    const at = lastAtOrBefore(begins, index - 1);
    const piece = pieces[at]!;
    return linear(piece) ? piece.start + index - begins[at]! : piece.end;
  };
  return {
    text: pieces.map((p) => p.text).join(''),
    place(from, to) {
      const start = startOf(from);
      return { start, end: to > from ? Math.max(start, endOf(to)) : start };
    },
    write,
  };
}

/**
 * The excerpt with every match of a global pattern written differently; a replacement of another
 * length stands for the whole match.
 */
export function rewritten(
  excerpt: Excerpt,
  pattern: RegExp,
  replace: (match: RegExpMatchArray) => string,
  write = excerpt.write,
): Excerpt {
  const { text } = excerpt;
  const pieces: Piece[] = [];
  let at = 0;
  const push = (piece: string, start: number, end: number) => {
    if (end > start || piece !== '') pieces.push({ text: piece, start, end });
  };
  for (const match of text.matchAll(pattern)) {
    const end = match.index + match[0].length;
    push(text.slice(at, match.index), at, match.index);
    push(replace(match), match.index, end);
    at = end;
  }
  push(text.slice(at), at, text.length);
  return { ...within(excerpt, excerptOf(pieces)), write };
}

/** An excerpt of an excerpt's text, as one of the document. */
export const within = (outer: Excerpt, inner: Excerpt): Excerpt => ({
  text: inner.text,
  place(from, to) {
    const span = inner.place(from, to);
    return outer.place(span.start, span.end);
  },
  write(added) {
    const written = inner.write(added);
    return written === undefined ? undefined : outer.write(written);
  },
});

/**
 * One after another, each with the separator behind it; new text can only be written where every
 * part takes it as it is.
 */
export function concatenated(parts: readonly Excerpt[], separator: string): Excerpt {
  const starts: number[] = [];
  const writers = new Set(parts.map((part) => part.write));
  let text = '';
  for (const part of parts) {
    starts.push(text.length);
    text += part.text + separator;
  }
  return {
    text,
    place(from, to) {
      const at = lastAtOrBefore(starts, from);
      const part = parts[at]!;
      const inside = (offset: number) => Math.max(0, Math.min(offset - starts[at]!, part.text.length));
      return part.place(inside(from), inside(to));
    },
    write: (added) => ([...writers].every((write) => write(added) === added) ? added : undefined),
  };
}
