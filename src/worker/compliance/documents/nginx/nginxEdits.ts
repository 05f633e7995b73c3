/** Changes directives of nginx where they stand, and adds some beside them. */
import type { Edit, Place } from '../../model/value';
import { lineBreakOf, lineEndAt } from '../text/lines';
import type { NginxDirective } from './nginxConfig';

type Source = { uri: string; text: string };

/** All words of a directive, quotes included. */
export function placeOfWords({ namePlace, words }: NginxDirective): Place {
  return words.length === 0 ? namePlace : { ...namePlace, start: words[0]!.start, end: words.at(-1)!.end };
}

/** Undefined where it stands in another file. */
export const rewriteWords = ({ uri }: Source, directive: NginxDirective, newText: string): Edit[] | undefined =>
  directive.namePlace.uri === uri && directive.words.length > 0 ? [{ ...placeOfWords(directive), newText }] : undefined;

/** The blanks in front of a directive that begins its line. */
export const indentOf = (text: string, at: number): string | undefined => {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return /^[ \t]*$/.test(before) ? before : undefined;
};

/**
 * Directives behind another one, each on a line of its own where that one is. Undefined where it
 * stands in another file or is not finished.
 */
export function insertBehind(
  { uri, text }: Source,
  { place, isClosed }: NginxDirective,
  lines: readonly string[],
): Edit[] | undefined {
  if (place.uri !== uri || !isClosed) return undefined;
  const indent = indentOf(text, place.start);
  const lineEnd = lineEndAt(text, place.end);
  const isLast = /^[ \t]*(?:#.*)?$/.test(text.slice(place.end, lineEnd));
  if (indent === undefined || !isLast)
    return [{ uri, start: place.end, end: place.end, newText: lines.map((line) => ` ${line}`).join('') }];
  const newText = lines.map((line) => lineBreakOf(text) + indent + line).join('');
  return [{ uri, start: lineEnd, end: lineEnd, newText }];
}
