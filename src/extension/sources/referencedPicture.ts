/** Pictures that Markdown links by a name: `![alt][name]`, and elsewhere `[name]: address`. */
import type { PictureLink } from './pictureAt';

/** CommonMark allows 999 characters between brackets. */
const LABEL = String.raw`(?:[^[\]\\]|\\.)`;
const REFERENCE = new RegExp(String.raw`!\[(${LABEL}{0,999})\](?:\[(${LABEL}{0,999})\])?(?!\()`, 'g');
/** The address may stand in the next line. */
const DEFINITION = new RegExp(String.raw`^ {0,3}\[(${LABEL}{1,999})\]:[ \t]{0,20}(.*)$`);
const ADDRESS = /^[ \t]{0,20}(?:<([^<>]+)>|([^\s<]\S*))/;
const QUOTED = /^ {0,3}(?:>[ \t]?)+/;
const FENCE = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;

/** A longer line is not looked at. */
const MAX_LINE = 4_000_000;

/**
 * @param column UTF-16 offset of the place in the line, the edges of the link included
 * @param lines of the whole document, asked for only where there is such a link
 */
export function referencedPicture(
  line: string,
  column: number,
  lines: () => Iterable<string>,
): PictureLink | undefined {
  if (line.length > MAX_LINE) return undefined;
  for (const { 0: whole, 1: alt = '', 2: name, index } of line.matchAll(REFERENCE)) {
    if (index > column) return undefined;
    if (column > index + whole.length) continue;
    const address = addressOf(name || alt, lines());
    return address === undefined ? undefined : { address, start: index, end: index + whole.length };
  }
  return undefined;
}

/** What a name stands for first, outside of code. */
function addressOf(name: string, lines: Iterable<string>): string | undefined {
  const wanted = folded(name);
  if (wanted === '') return undefined;
  let fence: string | undefined;
  let isNext = false;
  for (const whole of lines) {
    if (whole.length > MAX_LINE) continue;
    const line = whole.replace(QUOTED, '');
    if (isNext) return addressIn(line);
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
      continue;
    }
    fence = mark;
    const [, label, rest = ''] = DEFINITION.exec(line) ?? [];
    if (label === undefined || folded(label) !== wanted) continue;
    if (rest.trim() !== '') return addressIn(rest);
    isNext = true;
  }
  return undefined;
}

const addressIn = (text: string): string | undefined => {
  const [, bracketed, plain] = ADDRESS.exec(text) ?? [];
  return bracketed ?? plain;
};

/** Names are the same whatever their case and their blanks. */
const folded = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
