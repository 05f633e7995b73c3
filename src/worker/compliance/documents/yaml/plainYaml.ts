/**
 * Reads the plain YAML that deployment files are written in, many times faster than a whole YAML
 * reader; gives up on everything else.
 */
import { flow } from './plainFlow';
import { afterLine, giveUp, lineEnd, MAX_DEPTH, nextContent, notPlain, type PlainReader, placeOf } from './plainReader';
import { literal, plain, quoted } from './plainScalar';
import type { YamlList, YamlMap, YamlNode, YamlPair, YamlScalar } from './yamlTree';

/** No key is longer; YAML itself allows 1024. */
const KEY = /(?:[A-Za-z0-9_.$/][^\s:#"'{}[\],&*!|>%@`]{0,200}|"[^"\\\n\r]{0,200}"|'[^'\n\r]{0,200}'):(?=[ \r\n]|$)/y;
/**
 * The tree of `text` between `from` and `to`, the same as the whole reader's; undefined when there
 * is anything in it but block maps and lists, scalars of one line, flow collections of one line,
 * literal block scalars and comments.
 */
export function readPlainYaml(uri: string, text: string, from: number, to: number): YamlNode | undefined {
  const reader: PlainReader = {
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

/**
 * The end of a collection that ends here. As the whole reader has it, a comment deeper than the
 * collection belongs to its last value, one at its column only to the collections around it.
 */
function closeAt(reader: PlainReader, column: number, last: YamlNode | undefined): number {
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

const isLiteral = ({ text }: PlainReader, node: YamlScalar): boolean => text.charCodeAt(node.place.start) === 124;

/** What stands at the reader's place, which begins a line or follows a dash. */
function block(reader: PlainReader, column: number): YamlNode {
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

function map(reader: PlainReader, column: number): YamlMap {
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
    const pair = {
      key,
      keyPlace: placeOf(reader, at, end),
      value,
      place: placeOf(reader, at, Math.max(end, valueEnd)),
    };
    pairs.set(key, pair);
  }
  if (reader.column > column) giveUp();
  const all = [...pairs.values()];
  return {
    kind: 'map',
    place: placeOf(reader, start, closeAt(reader, column, value)),
    tag: undefined,
    flow: false,
    pairs: all,
  };
}

function list(reader: PlainReader, column: number): YamlList {
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
    place: placeOf(reader, start, closeAt(reader, column, items.at(-1))),
    tag: undefined,
    flow: false,
    items,
  };
}

/** The value behind a colon or a dash, on its line or below; leaves the reader at what follows. */
function readValue(reader: PlainReader, from: number, column: number, ofMap: boolean): YamlNode {
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
    return { kind: 'scalar', place: placeOf(reader, at, at), tag: undefined, text: '', isNull: true, quoted: false };
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
