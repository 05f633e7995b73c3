/**
 * The text of a YAML scalar with the way back to its source: block literals and folds, quotes,
 * plain lines (YAML 1.2.2 §7, §8).
 */
import { type Excerpt, excerptOf, type Piece } from '../text/excerpt';
import type { YamlScalar } from './yamlTree';

/** `document` is the text the scalar was read from. */
export function scalarExcerpt(document: string, scalar: Pick<YamlScalar, 'place'>): Excerpt {
  const { start, end } = scalar.place;
  const first = document[start];
  if (first === '|' || first === '>') return block(document, start, end, first === '>');
  if (first === '"')
    return quoted(
      document,
      start + 1,
      end - 1,
      /\\(\r?\n[ \t]*|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)|(?<!(?<!\\)[ \t])[ \t]*\r?\n\s*/g,
      writeDouble,
    );
  if (first === "'") return quoted(document, start + 1, end - 1, /''|(?<!(?<!\\)[ \t])[ \t]*\r?\n\s*/g, writeSingle);
  return quoted(document, start, end, /(?<!(?<!\\)[ \t])[ \t]*\r?\n\s*/g, writePlain);
}

const writeSingle = (text: string): string => text.replaceAll("'", "''");
const writePlain = (text: string): string | undefined => (/: |\s#|:$|[\r\n]/.test(text) ? undefined : text);
const writeDouble = (text: string): string => text.replace(/["\\]/g, '\\$&');

const ESCAPES: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  '0': '\0',
  e: '\u001b',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
};

function unescaped(match: string): string {
  if (match === "''") return "'";
  if (!match.startsWith('\\')) return (match.match(/\n/g)?.length ?? 1) > 1 ? '\n' : ' ';
  const body = match.slice(1);
  if (/^\r?\n/.test(body)) return '';
  return /^[xu]/.test(body) ? String.fromCharCode(Number.parseInt(body.slice(1), 16)) : (ESCAPES[body] ?? body);
}

function quoted(document: string, start: number, end: number, special: RegExp, write: Excerpt['write']): Excerpt {
  const pieces: Piece[] = [];
  let at = start;
  for (const match of document.slice(start, Math.max(start, end)).matchAll(special)) {
    const from = start + match.index;
    if (from > at) pieces.push({ text: document.slice(at, from), start: at, end: from });
    at = from + match[0].length;
    pieces.push({ text: unescaped(match[0]), start: from, end: at });
  }
  if (end > at) pieces.push({ text: document.slice(at, end), start: at, end });
  return excerptOf(pieces, write);
}

function block(document: string, start: number, end: number, folded: boolean): Excerpt {
  const pieces: Piece[] = [];
  const header = document.indexOf('\n', start);
  if (header < 0 || header >= end) return excerptOf([]);
  const lines = document.slice(header + 1, end).split(/(?<=\n)/);
  const indent = lines.find((l) => l.trim() !== '')?.search(/\S/) ?? 0;
  const isText = (line: string | undefined) =>
    line !== undefined && line.trim() !== '' && !/\s/.test(line[indent] ?? ' ');
  let at = header + 1;
  for (const [i, line] of lines.entries()) {
    const skip = Math.min(indent, line.length - line.trimStart().length, line.replace(/\r?\n$/, '').length);
    const body = line.slice(skip).replace(/\r?\n$/, '');
    const from = at + skip;
    if (body !== '') pieces.push({ text: body, start: from, end: from + body.length });
    const rest = at + line.length - from - body.length;
    const fold = folded && isText(line) && isText(lines[i + 1]);
    if (rest > 0) pieces.push({ text: fold ? ' ' : '\n', start: from + body.length, end: at + line.length });
    at += line.length;
  }
  return excerptOf(pieces);
}
