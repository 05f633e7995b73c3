/** Where the reader of plain YAML stands in its text, and how it goes on to the next content. */
import type { Place } from '../../model/value';

export interface PlainReader {
  uri: string;
  text: string;
  /** Start of the next content, and its column; -1 at the end of the text. */
  at: number;
  column: number;
  /** End of the content last read, with the comment on its line. */
  tail: number;
  /**
   * Of the comments between that content and the next: their column (-1: there are none, NaN: they
   * differ), and where the last of them ends.
   */
  commentColumn: number;
  commentEnd: number;
  depth: number;
}

/** Thrown where the text is more than plain; never leaves the reader. */
export const notPlain = new Error('not plain');
export const giveUp = (): never => {
  throw notPlain;
};

export const MAX_DEPTH = 60;

export const placeOf = ({ uri }: PlainReader, start: number, end: number): Place => ({ uri, start, end });

/** End of the line before its line break. */
export function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  if (feed < 0) return text.length;
  return text.charCodeAt(feed - 1) === 13 ? Math.max(at, feed - 1) : feed;
}

/** Start of the line behind the line end `end`. */
export function afterLine(text: string, end: number): number {
  const feed = text.indexOf('\n', end);
  return feed < 0 ? text.length : feed + 1;
}

/** To the first content in the lines from `lineStart` on, over blank lines and comments. */
export function nextContent(reader: PlainReader, lineStart: number): void {
  const { text } = reader;
  reader.commentColumn = -1;
  for (let start = lineStart; start < text.length; ) {
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    const c = text.charCodeAt(at);
    if (c === 35 || c === 10 || (c === 13 && text.charCodeAt(at + 1) === 10)) {
      if (c === 35) noteComment(reader, at, at - start);
      start = afterLine(text, at);
      continue;
    }
    if (at >= text.length) break;
    if (c === 9 || c === 13 || c === 0xfeff) giveUp();
    if (at === start && (text.startsWith('---', at) || text.startsWith('...', at) || c === 37)) giveUp();
    reader.at = at;
    reader.column = at - start;
    return;
  }
  reader.at = -1;
  reader.column = -1;
}

function noteComment(reader: PlainReader, at: number, column: number): void {
  let end = lineEnd(reader.text, at);
  const carriage = reader.text.indexOf('\r', at);
  if (carriage >= 0 && carriage < end) giveUp();
  while (/\s/.test(reader.text[end - 1]!)) end--;
  reader.commentColumn = reader.commentColumn === -1 || reader.commentColumn === column ? column : Number.NaN;
  reader.commentEnd = end;
}
