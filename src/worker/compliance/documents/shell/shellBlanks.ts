/** Blanks, comments and continued lines between the words of a shell text. */
import { continuation } from './shellQuotes';

/**
 * A backslash with blanks or a comment behind it, or a comment line between option lines: wrong in
 * a shell, usual in documents.
 */
const LOOSE_CONTINUATION = /\\[ \t]+(?:#[^\n]*)?\r?\n(?=[ \t]*-)/y;
const LOOSE_COMMENT = /[ \t]*#[^\n]*\n(?=[ \t]*(?:-|#[^\n]*\n[ \t]*-))/y;

/** To the next character that is none of them; a line break is not skipped. */
export function skipBlank(text: string, start: number): number {
  let i = start;
  for (;;) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 9 || code === 13 || code === 0xa0 || code === 0xfeff) i++;
    else if (code === 92) {
      const skip = looseContinuation(text, i);
      if (skip === 0) return i;
      i += skip;
    } else if (code === 35 && (i === start || i === 0 || /[\s;&|()]/.test(text[i - 1]!))) {
      const end = text.indexOf('\n', i);
      i = end < 0 ? text.length : end;
    } else return i;
  }
}

function looseContinuation(text: string, i: number): number {
  const strict = continuation(text, i);
  LOOSE_CONTINUATION.lastIndex = i;
  let length = strict > 0 ? strict : (LOOSE_CONTINUATION.exec(text)?.[0].length ?? 0);
  if (length === 0) return 0;
  for (;;) {
    LOOSE_COMMENT.lastIndex = i + length;
    const comment = LOOSE_COMMENT.exec(text)?.[0].length ?? 0;
    if (comment === 0) return length;
    length += comment;
  }
}

/** The same over line breaks. */
export function skipLines(text: string, start: number): number {
  let i = skipBlank(text, start);
  while (text[i] === '\n') i = skipBlank(text, i + 1);
  return i;
}
