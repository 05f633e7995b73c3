/** Scalars of plain YAML: on one line, plain or in quotes, and literal blocks. */
import { afterLine, giveUp, nextContent, type PlainReader, placeOf } from './plainReader';
import type { YamlScalar } from './yamlTree';

const PLAIN_START = /[^\s[\]{},&*!|>'"%@`#?:-]|[?:-](?=[^\s[\]{},])/y;
const NULL = /^(?:null|Null|NULL|~)?$/;

/** Without quotes, to the end of the line or a comment on it. */
export function plain(reader: PlainReader, at: number, end: number): YamlScalar {
  const { text } = reader;
  PLAIN_START.lastIndex = at;
  if (!PLAIN_START.test(text)) giveUp();
  let last = end;
  for (let i = at; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 9 || c === 13) giveUp();
    if (c === 58 && (i + 1 === end || text.charCodeAt(i + 1) === 32)) giveUp();
    if (c === 35 && text.charCodeAt(i - 1) === 32) {
      last = i;
      break;
    }
  }
  while (text.charCodeAt(last - 1) === 32) last--;
  return plainScalar(reader, at, last);
}

export function plainScalar(reader: PlainReader, start: number, end: number): YamlScalar {
  const text = reader.text.slice(start, end);
  if (/^\s|\s$/.test(text)) giveUp();
  return {
    kind: 'scalar',
    place: placeOf(reader, start, end),
    tag: undefined,
    text,
    isNull: NULL.test(text),
    quoted: false,
  };
}

/** In quotes that close on the line, with nothing escaped. */
export function quoted(reader: PlainReader, at: number, end: number): YamlScalar {
  const { text } = reader;
  const quote = text[at]!;
  const close = text.indexOf(quote, at + 1);
  if (close < 0 || close >= end || text[close + 1] === quote) giveUp();
  const content = text.slice(at + 1, close);
  if (content.includes('\\') && quote === '"') giveUp();
  return {
    kind: 'scalar',
    place: placeOf(reader, at, close + 1),
    tag: undefined,
    text: content,
    isNull: false,
    quoted: true,
  };
}

/**
 * A literal block scalar without an indentation indicator; every line of it at least as deep as its
 * first.
 */
export function literal(reader: PlainReader, at: number, end: number, column: number): YamlScalar {
  const { text } = reader;
  const header = text.slice(at + 1, end);
  if (!/^[+-]? *$/.test(header) || text.charCodeAt(end) === 13) giveUp();
  const chomp = header[0];
  const lines: string[] = [];
  let indent = -1;
  let next = afterLine(text, end);
  let bodyEnd = end;
  while (next < text.length) {
    const stop = text.indexOf('\n', next);
    const lineStop = stop < 0 ? text.length : stop;
    let first = next;
    while (text.charCodeAt(first) === 32) first++;
    if (first >= lineStop) {
      if (indent < 0 || first - next > indent || stop < 0) giveUp();
      lines.push('');
    } else {
      if (indent < 0) indent = first - next;
      if (first - next < indent || indent <= column) break;
      if (text.charCodeAt(first) === 9 || text.charCodeAt(lineStop - 1) === 13) giveUp();
      if (stop < 0) giveUp();
      lines.push(text.slice(next + indent, lineStop));
      bodyEnd = lineStop;
    }
    next = lineStop + 1;
  }
  if (indent <= column || chomp === '+') giveUp();
  while (lines.at(-1) === '') lines.pop();
  const content = lines.join('\n') + (chomp === '-' ? '' : '\n');
  while (/\s/.test(text[bodyEnd - 1]!)) bodyEnd--;
  reader.tail = bodyEnd;
  nextContent(reader, next);
  if (reader.column > column) giveUp();
  return {
    kind: 'scalar',
    place: placeOf(reader, at, bodyEnd),
    tag: undefined,
    text: content,
    isNull: false,
    quoted: true,
  };
}
