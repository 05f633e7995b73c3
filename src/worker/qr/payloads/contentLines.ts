/**
 * Content lines as vCard (RFC 6350) and iCalendar (RFC 5545) share them: `NAME;PARAMETER=x:value`,
 * with backslash escapes in the value.
 */
import { unixLines } from './escapes';

export interface ContentLine {
  /** In capitals, without group. */
  name: string;
  /** As written, in capitals. */
  parameters: string;
  /** Still escaped. */
  value: string;
}

/**
 * A text value: backslash, comma, semicolon and line end escaped (RFC 6350 §3.4). Use `unixLines`
 * first.
 */
export const escapeText = (text: string): string => text.replace(/[\\,;]/g, '\\$&').replace(/\n/g, '\\n');

/** The reverse of `escapeText`. */
export const unescapeText = (value: string): string =>
  value.replace(/\\([\s\S])/g, (_, character: string) => (character === 'n' || character === 'N' ? '\n' : character));

/**
 * The lines between BEGIN and END of a component, folded lines joined; undefined when the text does
 * not hold it.
 */
export function componentLines(text: string, component: string): ContentLine[] | undefined {
  const lines = unixLines(text)
    .replace(/\n[ \t]/g, '')
    .split('\n')
    .map(contentLine);
  const isMark = (name: string) => (line: ContentLine) =>
    line.name === name && line.value.trim().toUpperCase() === component;
  const begin = lines.findIndex(isMark('BEGIN'));
  const end = lines.findIndex(isMark('END'));
  return begin < 0 || end < begin ? undefined : lines.slice(begin + 1, end);
}

/** The first colon outside quotes ends the parameters. */
function contentLine(line: string): ContentLine {
  const head = /^(?:[^":]|"[^"]*")*(?=:)/.exec(line)?.[0] ?? line;
  const [name, ...parameters] = head.toUpperCase().split(';');
  return {
    name: name!.replace(/^.*\./, '').trim(),
    parameters: parameters.join(';'),
    value: line.slice(head.length + 1),
  };
}
