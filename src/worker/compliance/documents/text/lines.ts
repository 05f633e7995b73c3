/** Turns offsets into LSP positions and back. */
import type { Position, Range } from '../../../protocol/finding';
import { lastAtOrBefore } from '../../lastAtOrBefore';
import type { Edit, Place } from '../../model/value';

export interface Lines {
  text: string;
  /** Offset of each line's first character. */
  starts: number[];
}

/** Lines end with LF, CRLF or CR, as LSP says. */
export function linesOf(text: string): Lines {
  const starts = [0];
  if (text.includes('\r')) {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
  } else {
    // The platform looks at many characters at once.
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return { text, starts };
}

/** The line an offset lies on; offsets outside the text are taken to its nearest end. */
export const lineAt = ({ starts }: Lines, offset: number): number => lastAtOrBefore(starts, offset);

/** Never lies behind the line's last visible character or inside CRLF. */
function positionAt(lines: Lines, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, lines.text.length));
  const line = lineAt(lines, inside);
  const end = lineEnd(lines, line);
  return { line, character: Math.min(inside, end) - lines.starts[line]! };
}

/** Offset behind the line's last character, before its line break. */
export function lineEnd({ text, starts }: Lines, line: number): number {
  let end = starts[line + 1] ?? text.length;
  if (line + 1 < starts.length) {
    if (text[end - 1] === '\n') end--;
    if (text[end - 1] === '\r') end--;
  }
  return end;
}

export const rangeOf = (lines: Lines, place: Pick<Place, 'start' | 'end'>): Range => ({
  start: positionAt(lines, place.start),
  end: positionAt(lines, place.end),
});

/** The text's own line break, LF when it has none. */
export const lineBreakOf = (text: string): string => (text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n');

export function offsetAt(lines: Lines, position: Position): number {
  const start = lines.starts[position.line];
  if (start === undefined) return lines.text.length;
  return Math.min(start + position.character, lines.starts[position.line + 1] ?? lines.text.length);
}

/** End of the line that `at` lies on, before its line break. */
export function lineEndAt(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  const end = feed < 0 ? text.length : feed;
  return end > at && text[end - 1] === '\r' ? end - 1 : end;
}

export interface TextLine {
  text: string;
  /** Of its first character. */
  at: number;
}

/** The lines of a text without their breaks (LF, CRLF), and without the mark that it may begin with. */
export function* linesIn(text: string): Generator<TextLine> {
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const end = lineEndAt(text, at);
    yield { text: text.slice(at, end), at };
    at = text.indexOf('\n', end) + 1 || text.length;
  }
}

/** Lines at the end of a file, where no earlier line can undo them; null: the file is made. */
export function appendLines(uri: string, text: string | null, lines: readonly string[]): Edit[] {
  const old = text ?? '';
  const br = lineBreakOf(old);
  const lead = old === '' || old.endsWith('\n') ? '' : br;
  return [{ uri, start: old.length, end: old.length, newText: lead + lines.map((line) => line + br).join('') }];
}

/** The blanks that a line with something at `at` begins with, `more` added. */
export function indentAt(text: string, at: number, more = 0): string {
  return ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1) + more);
}
