/** The line that something is the whole of. */
import type { Place } from '../../model/value';
import { lineEndAt } from './lines';

/**
 * Without its break; undefined where other things stand on it, or a place has more than one line.
 * @param around what may stand there besides, each gap of blanks as one, none at the ends
 */
export function wholeLine(
  text: string,
  place: Pick<Place, 'start' | 'end'>,
  around = /^$/,
): { start: number; end: number } | undefined {
  const start = text.lastIndexOf('\n', place.start - 1) + 1;
  const end = lineEndAt(text, place.start);
  const rest = `${text.slice(start, place.start)} ${text.slice(place.end, end)}`;
  return place.end <= end && around.test(rest.replace(/[ \t]+/g, ' ').trim()) ? { start, end } : undefined;
}
