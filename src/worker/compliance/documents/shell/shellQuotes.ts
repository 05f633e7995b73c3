/**
 * Quotes and backslashes of a shell word in which nothing is expanded (POSIX 2.2.1, 2.2.2; bash
 * `$'…'`).
 */
import type { ReadWord, ShellPart } from './shellTypes';

/** Length of a backslash-newline at `at`, CRLF included; 0 when there is none. */
export function continuation(text: string, at: number): number {
  if (text[at] !== '\\') return 0;
  return text[at + 1] === '\n' ? 2 : text[at + 1] === '\r' && text[at + 2] === '\n' ? 3 : 0;
}

/** A backslash with what it quotes; a line that goes on is no part at all. */
export function readEscape(text: string, i: number, inDouble: boolean): ReadWord | undefined {
  const skip = continuation(text, i);
  if (skip > 0) return { parts: [], end: i + skip };
  const next = text[i + 1];
  if (next === undefined || (inDouble && !'$`"\\'.includes(next))) return undefined;
  return { parts: [{ kind: 'text', text: next, quoted: true, start: i, end: i + 2 }], end: i + 2 };
}

/** Text in quotes of one kind; the empty quotes are a part too, for they make a word. */
export const quotedText = (text: string, start: number, end: number): ShellPart => ({
  kind: 'text',
  text: text.slice(start, end),
  quoted: true,
  start,
  end,
});

/** `'…'`; undefined where it is not closed. */
export function readSingle(text: string, i: number): ReadWord | undefined {
  const end = text.indexOf("'", i + 1);
  return end < 0 ? undefined : { parts: [quotedText(text, i + 1, end)], end: end + 1 };
}

const ANSI: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  v: '\v',
};
const ANSI_ESCAPE = /\\(?:x([0-9a-fA-F]{1,2})|u([0-9a-fA-F]{1,4})|([0-7]{1,3})|([\s\S]))/y;

/** `$'…'` with its backslash escapes; undefined where it is not closed. */
export function readAnsi(text: string, start: number): ReadWord | undefined {
  const parts: ShellPart[] = [];
  let i = start + 2;
  let plainFrom = i;
  const flush = () => {
    if (i > plainFrom || parts.length === 0) parts.push(quotedText(text, plainFrom, i));
  };
  while (i < text.length && text[i] !== "'") {
    ANSI_ESCAPE.lastIndex = i;
    const sequence = text[i] === '\\' ? ANSI_ESCAPE.exec(text) : null;
    if (!sequence) {
      i++;
      continue;
    }
    flush();
    const [whole, hex, unicode, octal, letter = ''] = sequence;
    const code = hex ?? unicode;
    const char = code
      ? String.fromCharCode(Number.parseInt(code, 16))
      : octal
        ? String.fromCharCode(Number.parseInt(octal, 8) & 255)
        : undefined;
    const known = char ?? ANSI[letter] ?? ('\\\'"?'.includes(letter) ? letter : `\\${letter}`);
    parts.push({ kind: 'text', text: known, quoted: true, start: i, end: i + whole.length });
    plainFrom = i += whole.length;
  }
  if (i >= text.length) return undefined;
  flush();
  return { parts, end: i + 1 };
}
