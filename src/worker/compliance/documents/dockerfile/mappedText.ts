/** Text whose lines go on with the next one: joined, with the place of every character. */
import type { Place } from '../../model/value';

/** Text with continuation lines joined, and where each part of it stands in the file. */
export interface MappedText {
  text: string;
  /** Ascending; `from` is an index in `text`, `at` the offset in the file. */
  parts: { from: number; at: number }[];
}

/** The place of `text.slice(from, to)` of a mapped text. */
export function placeIn(mapped: MappedText, uri: string, from: number, to: number): Place {
  const start = sourceOffset(mapped, from);
  return { uri, start, end: to <= from ? start : sourceOffset(mapped, to - 1) + 1 };
}

/** Where character `index` of the joined text stands in the file. */
export function sourceOffset({ parts }: MappedText, index: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (parts[middle]!.from <= index) low = middle;
    else high = middle - 1;
  }
  return parts[low]!.at + index - parts[low]!.from;
}

/** Without the first characters and the blanks behind them. */
export function dropFront(mapped: MappedText, count: number): MappedText {
  const skipped = count + /^\s*/.exec(mapped.text.slice(count))![0].length;
  const parts = mapped.parts.filter((p) => p.from > skipped).map((p) => ({ from: p.from - skipped, at: p.at }));
  return { text: mapped.text.slice(skipped), parts: [{ from: 0, at: sourceOffset(mapped, skipped) }, ...parts] };
}
