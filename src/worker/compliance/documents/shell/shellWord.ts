/**
 * Reads one shell word: quotes, escapes and expansions become parts with their offsets (POSIX 2.2,
 * 2.6; bash `$'…'`, `<(…)`).
 */
import type { ShellPart } from './shellTypes';

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

export interface ReadWord {
  parts: ShellPart[];
  end: number;
}

const MAX_DEPTH = 40;
const MAX_UNCLOSED = 3;
/** Besides the shell's own blanks: CR, and the no-break space and BOM of pasted text. */
const STOP = /[ \t\n\r\u00a0\ufeff;&|<>()]/;
/** Characters that neither end a word nor mean anything in one. */
const PLAIN = Uint8Array.from({ length: 128 }, (_, code) =>
  /[\w./:=@%+,~^-]/.test(String.fromCharCode(code)) ? 1 : 0,
);
const NAME = /[A-Za-z_]\w*/y;
const OPERATOR = /:?[-=?+]/y;
const PARAMETER = /!?(?:[A-Za-z_]\w*|\d+|[@*#?$!-])/y;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Length of a backslash-newline at `at`, CRLF included; 0 when there is none. */
export function continuation(text: string, at: number): number {
  if (text[at] !== '\\') return 0;
  return text[at + 1] === '\n' ? 2 : text[at + 1] === '\r' && text[at + 2] === '\n' ? 3 : 0;
}

/** The word at `start`; an empty range when none begins there. */
export function readWord(reader: WordReader, start: number): ReadWord {
  const { text } = reader;
  return readParts(reader, start, false, (c, i) =>
    STOP.test(c) ? !isProcess(text, i) : c === '\\' && endsLine(text, i),
  );
}

/** A continuation with a blank behind it ends the word. */
function endsLine(text: string, i: number): boolean {
  const length = continuation(text, i);
  return length > 0 && STOP.test(text[i + length] ?? ' ');
}

const isProcess = (text: string, i: number): boolean => (text[i] === '<' || text[i] === '>') && text[i + 1] === '(';

/** Parts up to where `stops` says so; inside double quotes single quotes are plain characters. */
function readParts(
  reader: WordReader,
  start: number,
  inDouble: boolean,
  stops: (c: string, i: number) => boolean,
): ReadWord {
  const { text } = reader;
  const parts: ShellPart[] = [];
  let plainFrom = start;
  let i = start;
  const flush = () => {
    if (i > plainFrom)
      parts.push({ kind: 'text', text: text.slice(plainFrom, i), quoted: inDouble, start: plainFrom, end: i });
  };
  while (i < text.length) {
    if (PLAIN[text.charCodeAt(i)] === 1) {
      i++;
      continue;
    }
    const c = text[i]!;
    if (stops(c, i)) break;
    const special = readSpecial(reader, i, c, inDouble);
    if (!special) {
      i++;
      continue;
    }
    flush();
    for (const part of special.parts) parts.push(part);
    plainFrom = i = special.end;
  }
  flush();
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

function readEscape(text: string, i: number, inDouble: boolean): ReadWord | undefined {
  const skip = continuation(text, i);
  if (skip > 0) return { parts: [], end: i + skip };
  const next = text[i + 1];
  if (next === undefined || (inDouble && !'$`"\\'.includes(next))) return undefined;
  return { parts: [{ kind: 'text', text: next, quoted: true, start: i, end: i + 2 }], end: i + 2 };
}

/** Text in quotes of one kind; the empty quotes are a part too, for they make a word. */
const quotedText = (text: string, start: number, end: number): ShellPart => ({
  kind: 'text',
  text: text.slice(start, end),
  quoted: true,
  start,
  end,
});

function readSingle(text: string, i: number): ReadWord | undefined {
  const end = text.indexOf("'", i + 1);
  return end < 0 ? undefined : { parts: [quotedText(text, i + 1, end)], end: end + 1 };
}

function readDouble(reader: WordReader, i: number): ReadWord | undefined {
  if (reader.depth >= MAX_DEPTH) return undefined;
  const mark = reader.mark();
  reader.depth++;
  const inside = readParts(reader, i + 1, true, (c) => c === '"');
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
  const rest = readParts(reader, at + operator.length, quoted, (c) => c === '}');
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

/** `$'…'` with its backslash escapes. */
function readAnsi(text: string, start: number): ReadWord | undefined {
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
