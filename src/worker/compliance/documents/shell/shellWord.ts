/**
 * Reads one shell word: quotes, escapes and expansions become parts with their offsets (POSIX 2.2,
 * 2.6; bash `$'…'`, `<(…)`).
 */
import { continuation, quotedText, readAnsi, readEscape, readSingle } from './shellQuotes';
import type { ReadWord, ShellPart } from './shellTypes';

export interface WordReader {
  text: string;
  depth: number;
  /**
   * Reads the commands of a `$(…)`, `<(…)` from `start` and answers the offset of its `)`, or of
   * the end of the text.
   */
  substitution(start: number): number;
  /** Reads the commands between backticks. */
  backticks(start: number, end: number): void;
  /**
   * Unclosed quotes and braces met so far: the first few are read again as plain characters, later
   * ones go to the end of the text.
   */
  unclosed: number;
  /** A point to return to when what was read since turns out to be plain text. */
  mark(): number;
  rollback(mark: number): void;
}

const MAX_DEPTH = 40;
const MAX_UNCLOSED = 3;
/** Of characters by their codes below 128: those that neither end a word nor mean anything in one. */
const PLAIN = codesOf(/[\w./:=@%+,~^-]/);
/** Those that end one wherever they stand unquoted; CR, as text is pasted. */
const ENDS = codesOf(/[ \t\n\r;&|()]/);

function codesOf(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));
}

const NAME = /[A-Za-z_]\w*/y;
const OPERATOR = /:?[-=?+]/y;
const PARAMETER = /!?(?:[A-Za-z_]\w*|\d+|[@*#?$!-])/y;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The word at `start`; an empty range when none begins there. */
export function readWord(reader: WordReader, start: number): ReadWord {
  const { text } = reader;
  let end = start;
  while (end < text.length && PLAIN[text.charCodeAt(end)] === 1) end++;
  // Most words are nothing but letters.
  if (end > start && (end === text.length || ENDS[text.charCodeAt(end)] === 1))
    return { parts: [plainText(text, start, end, false)], end };
  return readParts(reader, start, false, endsWord);
}

/** Also the no-break space and the BOM of pasted text. */
const isEnd = (code: number): boolean =>
  ENDS[code] === 1 || code === 60 || code === 62 || code === 0xa0 || code === 0xfeff;

function endsWord(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code !== 92) return isEnd(code) && !isProcess(text, i);
  // A continuation with a blank behind it ends the word.
  const length = continuation(text, i);
  return length > 0 && (i + length >= text.length || isEnd(text.charCodeAt(i + length)));
}

const endsQuote = (text: string, i: number): boolean => text.charCodeAt(i) === 34;
const endsBraces = (text: string, i: number): boolean => text.charCodeAt(i) === 125;

const isProcess = (text: string, i: number): boolean =>
  text.charCodeAt(i + 1) === 40 && (text.charCodeAt(i) === 60 || text.charCodeAt(i) === 62);

const plainText = (text: string, start: number, end: number, quoted: boolean): ShellPart => ({
  kind: 'text',
  text: text.slice(start, end),
  quoted,
  start,
  end,
});

/** Parts up to where `stops` says so; inside double quotes single quotes are plain characters. */
function readParts(
  reader: WordReader,
  start: number,
  inDouble: boolean,
  stops: (text: string, i: number) => boolean,
): ReadWord {
  const { text } = reader;
  const parts: ShellPart[] = [];
  let plainFrom = start;
  let i = start;
  while (i < text.length) {
    if (PLAIN[text.charCodeAt(i)] === 1) {
      i++;
      continue;
    }
    if (stops(text, i)) break;
    const special = readSpecial(reader, i, text[i]!, inDouble);
    if (!special) {
      i++;
      continue;
    }
    if (i > plainFrom) parts.push(plainText(text, plainFrom, i, inDouble));
    for (const part of special.parts) parts.push(part);
    plainFrom = i = special.end;
  }
  if (i > plainFrom) parts.push(plainText(text, plainFrom, i, inDouble));
  return { parts, end: i };
}

function readSpecial(reader: WordReader, i: number, c: string, inDouble: boolean): ReadWord | undefined {
  const { text } = reader;
  switch (c) {
    case '\\':
      return readEscape(text, i, inDouble);
    case "'":
      return inDouble ? undefined : readSingle(text, i);
    case '"':
      return readDouble(reader, i);
    case '$':
      return readDollar(reader, i, inDouble);
    case '`': {
      const end = closingBacktick(text, i + 1);
      if (end < 0) return undefined;
      reader.backticks(i + 1, end);
      return { parts: [{ kind: 'opaque', quoted: inDouble, start: i, end: end + 1 }], end: end + 1 };
    }
    case '<':
    case '>':
      return !inDouble && isProcess(text, i) ? readSubstitution(reader, i, inDouble) : undefined;
    default:
      return undefined;
  }
}

function readDouble(reader: WordReader, i: number): ReadWord | undefined {
  if (reader.depth >= MAX_DEPTH) return undefined;
  const mark = reader.mark();
  reader.depth++;
  const inside = readParts(reader, i + 1, true, endsQuote);
  reader.depth--;
  const closed = inside.end < reader.text.length;
  if (!closed && mayBePlain(reader, mark)) return undefined;
  const parts = inside.parts.length > 0 ? inside.parts : [quotedText(reader.text, i + 1, i + 1)];
  return { parts, end: closed ? inside.end + 1 : inside.end };
}

/** Something was opened and never closed: true when it is to be read again as plain text. */
function mayBePlain(reader: WordReader, mark: number): boolean {
  if (++reader.unclosed > MAX_UNCLOSED) return false;
  reader.rollback(mark);
  return true;
}

function closingBacktick(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '`') return i;
  }
  return -1;
}

function readSubstitution(reader: WordReader, i: number, quoted: boolean): ReadWord | undefined {
  if (reader.depth >= MAX_DEPTH) return undefined;
  reader.depth++;
  const end = Math.min(reader.text.length, reader.substitution(i + 2) + 1);
  reader.depth--;
  return { parts: [{ kind: 'opaque', quoted, start: i, end }], end };
}

function readDollar(reader: WordReader, i: number, inDouble: boolean): ReadWord | undefined {
  const { text } = reader;
  const next = text[i + 1];
  if (next === '(') {
    const end = text[i + 2] === '(' ? closingArithmetic(text, i + 3) : -1;
    return end < 0
      ? readSubstitution(reader, i, inDouble)
      : { parts: [{ kind: 'opaque', quoted: inDouble, start: i, end }], end };
  }
  if (next === '{') return readBraces(reader, i, inDouble);
  if (next === "'" && !inDouble) return readAnsi(text, i);
  if (next === '"' && !inDouble) return readDouble(reader, i + 1);
  const name = match(NAME, text, i + 1);
  if (name) return variable(name, '', [], inDouble, false, i, i + 1 + name.length);
  if (next !== undefined && /[0-9@*#?$!-]/.test(next))
    return variable(next, '', [], inDouble, next === '@' || next === '*', i, i + 2);
  return undefined;
}

function variable(
  name: string,
  operator: string,
  fallback: ShellPart[],
  quoted: boolean,
  many: boolean,
  start: number,
  end: number,
): ReadWord {
  return { parts: [{ kind: 'variable', name, operator, fallback, quoted, many, start, end }], end };
}

function readBraces(reader: WordReader, i: number, quoted: boolean): ReadWord | undefined {
  const { text } = reader;
  if (reader.depth >= MAX_DEPTH) return undefined;
  const name = match(PARAMETER, text, i + 2) ?? '';
  let at = i + 2 + name.length;
  let many = name === '@' || name === '*';
  if (text[at] === '[') {
    const close = text.indexOf(']', at);
    if (close < 0) return undefined;
    many = /^\[[@*]\]$/.test(text.slice(at, close + 1));
    at = close + 1;
  }
  const operator = match(OPERATOR, text, at) ?? '';
  const mark = reader.mark();
  reader.depth++;
  const rest = readParts(reader, at + operator.length, quoted, endsBraces);
  reader.depth--;
  const closed = rest.end < text.length;
  if (!closed && mayBePlain(reader, mark)) return undefined;
  const plain = operator !== '' || rest.end === at;
  const end = closed ? rest.end + 1 : rest.end;
  if (!plain && !many) return { parts: [{ kind: 'opaque', quoted, start: i, end }], end };
  return variable(many || name.startsWith('!') ? '' : name, operator, rest.parts, quoted, many, i, end);
}

/** Offset behind `))`; -1 when this is no arithmetic. */
function closingArithmetic(text: string, from: number): number {
  let open = 0;
  for (let i = from; i < text.length && i < from + 2000; i++) {
    if (text[i] === '(') open++;
    else if (text[i] === ')' && open-- === 0) return text[i + 1] === ')' ? i + 2 : -1;
  }
  return -1;
}
