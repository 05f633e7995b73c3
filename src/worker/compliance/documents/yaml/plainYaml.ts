/**
 * Reads the plain YAML that deployment files are written in, many times faster than a whole YAML
 * reader; gives up on everything else.
 */
import type { Place } from '../../model/value';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './yamlTree';

interface Reader {
  uri: string;
  text: string;
  /** Start of the next content, and its column; -1 at the end of the text. */
  at: number;
  column: number;
  /** End of the content last read, with the comment on its line. */
  tail: number;
  /**
   * Of the comments between that content and the next: their column (-1: there are none, NaN: they
   * differ), and where the last of them ends.
   */
  commentColumn: number;
  commentEnd: number;
  depth: number;
}

/** Thrown where the text is more than plain; never leaves this file. */
const notPlain = new Error('not plain');
const giveUp = (): never => {
  throw notPlain;
};

const MAX_DEPTH = 60;
/** No key is longer; YAML itself allows 1024. */
const KEY = /(?:[A-Za-z0-9_.$/][^\s:#"'{}[\],&*!|>%@`]{0,200}|"[^"\\\n\r]{0,200}"|'[^'\n\r]{0,200}'):(?=[ \r\n]|$)/y;
const PLAIN_START = /[^\s[\]{},&*!|>'"%@`#?:-]|[?:-](?=[^\s[\]{},])/y;
const FLOW_PLAIN = /[^\s[\]{},&*!|>'"%@`#?:-][^[\]{},:#\r\n\t"']*|-[^\s[\]{},:#"'-][^[\]{},:#\r\n\t"']*/y;
const FLOW_KEY = /([\w.$/-]+|"[^"\\\n\r]*"|'[^'\n\r]*'):(?= )/y;
const NULL = /^(?:null|Null|NULL|~)?$/;

/**
 * The tree of `text` between `from` and `to`, the same as the whole reader's; undefined when there
 * is anything in it but block maps and lists, scalars of one line, flow collections of one line,
 * literal block scalars and comments.
 */
export function readPlainYaml(uri: string, text: string, from: number, to: number): YamlNode | undefined {
  const reader: Reader = {
    uri,
    text: to === text.length ? text : text.slice(0, to),
    at: from,
    column: 0,
    tail: from,
    commentColumn: -1,
    commentEnd: 0,
    depth: 0,
  };
  try {
    nextContent(reader, from);
    if (reader.at < 0) return undefined;
    const root = block(reader, reader.column);
    return reader.at < 0 ? root : undefined;
  } catch (error) {
    if (error === notPlain) return undefined;
    throw error;
  }
}

const place = ({ uri }: Reader, start: number, end: number): Place => ({ uri, start, end });

/** End of the line before its line break. */
function lineEnd(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  if (feed < 0) return text.length;
  return text.charCodeAt(feed - 1) === 13 ? Math.max(at, feed - 1) : feed;
}

/** To the first content in the lines from `lineStart` on, over blank lines and comments. */
function nextContent(reader: Reader, lineStart: number): void {
  const { text } = reader;
  reader.commentColumn = -1;
  for (let start = lineStart; start < text.length; ) {
    let at = start;
    while (text.charCodeAt(at) === 32) at++;
    const c = text.charCodeAt(at);
    if (c === 35 || c === 10 || (c === 13 && text.charCodeAt(at + 1) === 10)) {
      if (c === 35) noteComment(reader, at, at - start);
      start = afterLine(text, at);
      continue;
    }
    if (at >= text.length) break;
    if (c === 9 || c === 13 || c === 0xfeff) giveUp();
    if (at === start && (text.startsWith('---', at) || text.startsWith('...', at) || c === 37)) giveUp();
    reader.at = at;
    reader.column = at - start;
    return;
  }
  reader.at = -1;
  reader.column = -1;
}

function noteComment(reader: Reader, at: number, column: number): void {
  let end = lineEnd(reader.text, at);
  const carriage = reader.text.indexOf('\r', at);
  if (carriage >= 0 && carriage < end) giveUp();
  while (/\s/.test(reader.text[end - 1]!)) end--;
  reader.commentColumn = reader.commentColumn === -1 || reader.commentColumn === column ? column : Number.NaN;
  reader.commentEnd = end;
}

/**
 * The end of a collection that ends here. As the whole reader has it, a comment deeper than the
 * collection belongs to its last value, one at its column only to the collections around it.
 */
function closeAt(reader: Reader, column: number, last: YamlNode | undefined): number {
  const { commentColumn, commentEnd, tail } = reader;
  if (commentColumn === -1) return tail;
  if (Number.isNaN(commentColumn) || (column === 0 && commentColumn > 0)) giveUp();
  if (column === 0 || commentColumn < column) return tail;
  reader.tail = commentEnd;
  reader.commentColumn = -1;
  if (commentColumn === column) return tail;
  if (last?.kind === 'scalar' && last.place.end > last.place.start && !isLiteral(reader, last)) return commentEnd;
  return giveUp();
}

const isLiteral = ({ text }: Reader, node: YamlScalar): boolean => text.charCodeAt(node.place.start) === 124;

/** What stands at the reader's place, which begins a line or follows a dash. */
function block(reader: Reader, column: number): YamlNode {
  if (++reader.depth > MAX_DEPTH) giveUp();
  const node = isDash(reader.text, reader.at) ? list(reader, column) : map(reader, column);
  reader.depth--;
  return node;
}

function isDash(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 45) return false;
  const next = text.charCodeAt(at + 1);
  return next === 32 || next === 10 || next === 13 || at + 1 === text.length;
}

function map(reader: Reader, column: number): YamlMap {
  const start = reader.at;
  const pairs = new Map<string, YamlPair>();
  let value: YamlNode | undefined;
  while (reader.at >= 0 && reader.column === column) {
    const { text, at } = reader;
    KEY.lastIndex = at;
    if (!KEY.test(text)) giveUp();
    const end = KEY.lastIndex - 1;
    const c = text.charCodeAt(at);
    const key = c === 34 || c === 39 ? text.slice(at + 1, end - 1) : text.slice(at, end);
    value = readValue(reader, end + 1, column, true);
    const valueEnd = value.place.start >= end ? value.place.end : end;
    const pair = { key, keyPlace: place(reader, at, end), value, place: place(reader, at, Math.max(end, valueEnd)) };
    pairs.set(key, pair);
  }
  if (reader.column > column) giveUp();
  const all = [...pairs.values()];
  return {
    kind: 'map',
    place: place(reader, start, closeAt(reader, column, value)),
    tag: undefined,
    flow: false,
    pairs: all,
  };
}

function list(reader: Reader, column: number): YamlList {
  const start = reader.at;
  const items: YamlNode[] = [];
  while (reader.at >= 0 && reader.column === column && isDash(reader.text, reader.at)) {
    const { text } = reader;
    let at = reader.at + 1;
    while (text.charCodeAt(at) === 32) at++;
    KEY.lastIndex = at;
    if (KEY.test(text)) {
      reader.column += at - reader.at;
      reader.at = at;
      items.push(block(reader, reader.column));
    } else {
      if (isDash(text, at)) giveUp();
      items.push(readValue(reader, reader.at + 1, column, false));
    }
  }
  // Less indented content ends the list; a key at its column belongs to the map that holds it.
  if (reader.column > column) giveUp();
  return {
    kind: 'list',
    place: place(reader, start, closeAt(reader, column, items.at(-1))),
    tag: undefined,
    flow: false,
    items,
  };
}

/** The value behind a colon or a dash, on its line or below; leaves the reader at what follows. */
function readValue(reader: Reader, from: number, column: number, ofMap: boolean): YamlNode {
  const { text } = reader;
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  const end = lineEnd(text, at);
  if (at === end) {
    nextContent(reader, afterLine(text, end));
    const below =
      reader.column > column || (ofMap && reader.column === column && reader.at >= 0 && isDash(text, reader.at));
    if (below && reader.at >= 0) return block(reader, reader.column);
    // The whole reader counts comments behind nothing to the collection around it.
    if (text.slice(end, reader.at < 0 ? text.length : reader.at).includes('#')) giveUp();
    reader.tail = from;
    return { kind: 'scalar', place: place(reader, at, at), tag: undefined, text: '', isNull: true, quoted: false };
  }
  const c = text.charCodeAt(at);
  if (c === 124) return literal(reader, at, end, column);
  let node: YamlNode;
  if (c === 34 || c === 39) node = quoted(reader, at, end);
  else if (c === 91 || c === 123) node = flow(reader, at, end);
  else node = plain(reader, at, end);
  reader.tail = restOfLine(text, node.place.end, end);
  nextContent(reader, afterLine(text, end));
  if (reader.column > column) giveUp();
  return node;
}

/** Start of the line behind the line end `end`. */
function afterLine(text: string, end: number): number {
  const feed = text.indexOf('\n', end);
  return feed < 0 ? text.length : feed + 1;
}

/** Only a comment may follow a value; the end of it. */
function restOfLine(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === 32) at++;
  if (at === end) return from;
  if (at === from || text.charCodeAt(at) !== 35) giveUp();
  let last = end;
  while (last > at && /\s/.test(text[last - 1]!)) last--;
  return last;
}

function plain(reader: Reader, at: number, end: number): YamlScalar {
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

function plainScalar(reader: Reader, start: number, end: number): YamlScalar {
  const text = reader.text.slice(start, end);
  if (/^\s|\s$/.test(text)) giveUp();
  return {
    kind: 'scalar',
    place: place(reader, start, end),
    tag: undefined,
    text,
    isNull: NULL.test(text),
    quoted: false,
  };
}

function quoted(reader: Reader, at: number, end: number): YamlScalar {
  const { text } = reader;
  const quote = text[at]!;
  const close = text.indexOf(quote, at + 1);
  if (close < 0 || close >= end || text[close + 1] === quote) giveUp();
  const content = text.slice(at + 1, close);
  if (content.includes('\\') && quote === '"') giveUp();
  return {
    kind: 'scalar',
    place: place(reader, at, close + 1),
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
function literal(reader: Reader, at: number, end: number, column: number): YamlScalar {
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
    place: place(reader, at, bodyEnd),
    tag: undefined,
    text: content,
    isNull: false,
    quoted: true,
  };
}

/** A flow collection that ends on its line. */
function flow(reader: Reader, at: number, end: number): YamlMap | YamlList {
  if (++reader.depth > MAX_DEPTH) giveUp();
  const { text } = reader;
  const isMap = text.charCodeAt(at) === 123;
  const close = isMap ? 125 : 93;
  const pairs = new Map<string, YamlPair>();
  const items: YamlNode[] = [];
  const spaces = (i: number): number => {
    let next = i;
    while (text.charCodeAt(next) === 32) next++;
    return next;
  };
  let next = spaces(at + 1);
  while (next < end && text.charCodeAt(next) !== close) {
    let value: YamlNode;
    if (isMap) {
      FLOW_KEY.lastIndex = next;
      const key = FLOW_KEY.exec(text)?.[1] ?? giveUp();
      const keyEnd = next + key.length;
      value = flowValue(reader, spaces(keyEnd + 1), end);
      const name = /^["']/.test(key) ? key.slice(1, -1) : key;
      if (name === '-' || name.startsWith('- ')) giveUp();
      pairs.set(name, {
        key: name,
        keyPlace: place(reader, next, keyEnd),
        value,
        place: place(reader, next, value.place.end),
      });
    } else {
      value = flowValue(reader, next, end);
      items.push(value);
    }
    next = spaces(value.place.end);
    if (text.charCodeAt(next) === 44) next = spaces(next + 1);
    else if (text.charCodeAt(next) !== close) giveUp();
  }
  if (next >= end) giveUp();
  reader.depth--;
  const whole = place(reader, at, next + 1);
  return isMap
    ? { kind: 'map', place: whole, tag: undefined, flow: true, pairs: [...pairs.values()] }
    : { kind: 'list', place: whole, tag: undefined, flow: true, items };
}

function flowValue(reader: Reader, at: number, end: number): YamlNode {
  const { text } = reader;
  const c = text.charCodeAt(at);
  if (c === 34 || c === 39) return quoted(reader, at, end);
  if (c === 91 || c === 123) return flow(reader, at, end);
  FLOW_PLAIN.lastIndex = at;
  const raw = FLOW_PLAIN.exec(text)?.[0] ?? giveUp();
  const after = text.charCodeAt(at + raw.length);
  // A colon may belong to the value or make a pair of it.
  if (after !== 44 && after !== 93 && after !== 125) giveUp();
  return plainScalar(reader, at, at + raw.trimEnd().length);
}
