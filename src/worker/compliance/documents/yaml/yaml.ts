/**
 * YAML text to a plain tree with places, aliases followed, loops cut (facts T7 and T8). Throws
 * only where the library is not the one that was shipped.
 */
import { isChangedFile } from '../../../protocol/changedFile';
import { lastAtOrBefore } from '../../lastAtOrBefore';
import type { Place } from '../../model/value';
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from './library';
import { readPlainYaml } from './plainYaml';
import { mergedMaps, type YamlMap, type YamlNode, type YamlPair } from './yamlTree';

export interface YamlText {
  root: YamlNode | undefined;
  /**
   * Anchored places that more than one place of the file lives on: an edit there would change all
   * of them.
   */
  shared: Place[];
  problems: { code: string; place: Place }[];
}

/** A part of a text; every place is one of the whole text. */
export interface TextPart {
  start: number;
  end: number;
}

/** Merge keys (`<<`) are dissolved: own keys win, earlier sources win over later ones. */
export function parseYaml(uri: string, text: string, part: TextPart = { start: 0, end: text.length }): YamlText {
  const plain = readPlainYaml(uri, text, part.start, part.end);
  return plain ? { root: plain, shared: [], problems: [] } : parseAnyYaml(uri, text, part);
}

/** The same without the short way for plain texts. */
export function parseAnyYaml(
  uri: string,
  text: string,
  { start: base, end }: TextPart = { start: 0, end: text.length },
): YamlText {
  const document = parse(text.slice(base, end));
  if (!document)
    return { root: undefined, shared: [], problems: [{ code: 'TOO_DEEP', place: { uri, start: base, end: base } }] };
  const problems: YamlText['problems'] = document.errors.slice(0, 20).map(({ code, pos: [from, to] }) => {
    const start = Math.min(base + from, end);
    return { code, place: { uri, start, end: Math.max(start, Math.min(base + to, end)) } };
  });
  const reader: Reader = {
    uri,
    text,
    base,
    anchors: new Map(),
    done: new Map(),
    open: new Set(),
    uses: new Map(),
    loops: [],
    deep: [],
    merged: 0,
    unmerged: [],
  };
  const root = read(reader, document.contents, 0);
  for (const place of reader.loops.slice(0, 20)) problems.push({ code: 'ANCHOR_LOOP', place });
  for (const place of reader.deep.slice(0, 1)) problems.push({ code: 'TOO_DEEP', place });
  for (const place of reader.unmerged.slice(0, 1)) problems.push({ code: 'TOO_MANY_MERGES', place });
  const shared: Place[] = [];
  for (const [place, uses] of reader.uses) if (uses > 1) shared.push(place);
  return { root, shared, problems };
}

/**
 * Undefined when the nesting is deeper than any person writes: the parser's time grows with its
 * square, and its stack ends.
 */
function parse(text: string): ReturnType<typeof parseDocument> | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    return parseDocument(text, { uniqueKeys: false, strict: false, logLevel: 'silent', prettyErrors: false });
  } catch (error) {
    if (isChangedFile(error)) throw error;
    return undefined;
  }
}

function isTooDeep(text: string): boolean {
  if (/(?:[-?:] ){100}/.test(text)) return true;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 91 || c === 123) depth++;
    else if ((c === 93 || c === 125) && depth > 0) depth--;
    else if (c === 10 && depth < 50) depth = 0;
    if (depth > 400) return true;
  }
  return false;
}

interface Reader {
  uri: string;
  text: string;
  /** What is added to the library's offsets. */
  base: number;
  anchors: Map<string, object>;
  done: Map<object, YamlNode>;
  open: Set<object>;
  uses: Map<Place, number>;
  /** Aliases of anchors that they stand in themselves. */
  loops: Place[];
  /** What is nested too deep to be read. */
  deep: Place[];
  /** Pairs that `<<` has brought so far, and the ones past the bound. */
  merged: number;
  unmerged: Place[];
  /** Where lines begin that are not indented. */
  unindented?: number[];
}

/**
 * A chain of anchors, each merging the one before, brings pairs with the square of its length;
 * files of people have some thousands.
 */
const MAX_MERGED = 200_000;

interface RawNode {
  range?: [number, number, number] | null;
  tag?: string;
  anchor?: string;
}

const MAX_NESTING = 200;

function read(reader: Reader, raw: unknown, depth: number): YamlNode | undefined {
  if (raw === null || typeof raw !== 'object') return undefined;
  if (depth > MAX_NESTING) {
    const start = reader.base + ((raw as RawNode).range?.[0] ?? 0);
    reader.deep.push({ uri: reader.uri, start, end: start });
    return undefined;
  }
  if (isAlias(raw)) {
    const target = reader.anchors.get(raw.source);
    if (target && reader.open.has(target)) {
      const [start = 0, end = start] = raw.range ?? [];
      reader.loops.push({ uri: reader.uri, start: reader.base + start, end: reader.base + end });
    }
    const node = target && !reader.open.has(target) ? reader.done.get(target) : undefined;
    if (node) reader.uses.set(node.place, (reader.uses.get(node.place) ?? 0) + 1);
    return node;
  }
  const { range, tag, anchor } = raw as RawNode;
  if (anchor) reader.anchors.set(anchor, raw);
  const start = reader.base + (range?.[0] ?? 0);
  const end = reader.base + (range?.[1] ?? 0);
  const place: Place = { uri: reader.uri, start, end: Math.max(start, trimmedEnd(reader.text, start, end)) };
  const explicit = tag?.startsWith('tag:') ? undefined : tag;
  reader.open.add(raw);
  let node: YamlNode | undefined;
  if (isScalar(raw)) {
    const quoted =
      raw.type === 'QUOTE_SINGLE' ||
      raw.type === 'QUOTE_DOUBLE' ||
      raw.type === 'BLOCK_LITERAL' ||
      raw.type === 'BLOCK_FOLDED';
    const content = quoted ? String(raw.value ?? '') : (raw.source ?? '');
    node = { kind: 'scalar', place, tag: explicit, text: content, isNull: !quoted && raw.value === null, quoted };
  } else if (isSeq(raw)) {
    const items = raw.items.flatMap((item) => read(reader, isPair(item) ? item.value : item, depth + 1) ?? []);
    node = { kind: 'list', place, tag: explicit, flow: raw.flow === true, items };
  } else if (isMap(raw)) {
    node = { kind: 'map', place, tag: explicit, flow: raw.flow === true, ...readPairs(reader, raw.items, depth) };
  }
  reader.open.delete(raw);
  if (node) reader.done.set(raw, node);
  if (node && anchor) node.anchor = anchorPlace(reader, anchor, start);
  if (node && anchor) reader.uses.set(node.place, reader.uses.get(node.place) ?? (isTemplate(reader, start) ? 0 : 1));
  return node;
}

/** `&name` stands before its node, perhaps with a tag or a line break between. */
function anchorPlace({ uri, text }: Reader, name: string, nodeStart: number): Place | undefined {
  const start = text.lastIndexOf(`&${name}`, nodeStart);
  return start < 0 ? undefined : { uri, start, end: start + 1 + name.length };
}

function readPairs(reader: Reader, items: readonly unknown[], depth: number): Pick<YamlMap, 'pairs' | 'merges'> {
  const own = new Map<string, YamlPair>();
  const merges: YamlPair[] = [];
  for (const item of items) {
    if (!isPair(item) || !isScalar(item.key)) continue;
    const { key: rawKey, value: rawValue } = item;
    const key = rawKey.source ?? String(rawKey.value ?? '');
    const start = reader.base + (rawKey.range?.[0] ?? 0);
    const keyPlace: Place = { uri: reader.uri, start, end: Math.max(start, reader.base + (rawKey.range?.[1] ?? 0)) };
    const value = read(reader, rawValue, depth + 1);
    if (!value && isAlias(rawValue)) continue;
    const at = { uri: reader.uri, start: keyPlace.end, end: keyPlace.end };
    const content: YamlNode = value ?? {
      kind: 'scalar',
      place: at,
      tag: undefined,
      text: '',
      isNull: true,
      quoted: false,
    };
    const written = isAlias(rawValue) ? reader.base + (rawValue.range?.[1] ?? 0) : endOf(content, keyPlace);
    const pair: YamlPair = {
      key,
      keyPlace,
      value: content,
      place: { uri: reader.uri, start, end: Math.max(keyPlace.end, written) },
    };
    if (key === '<<' && rawKey.type === 'PLAIN') merges.push(pair);
    else own.set(key, pair);
  }
  for (const source of merges.flatMap(mergedMaps)) {
    reader.merged += source.pairs.length;
    if (reader.merged > MAX_MERGED) reader.unmerged.push(merges[0]!.keyPlace);
    else for (const pair of source.pairs) if (!own.has(pair.key)) own.set(pair.key, pair);
  }
  return merges.length > 0 ? { pairs: [...own.values()], merges } : { pairs: [...own.values()] };
}

const endOf = (node: YamlNode, key: Place): number => (node.place.start >= key.end ? node.place.end : key.end);

/**
 * Block collections end where their last content ends, without the blank lines and comments behind
 * it.
 */
function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/**
 * An anchor directly under an `x-…` key is a template: it counts for nothing until an alias uses
 * it.
 */
function isTemplate(reader: Reader, start: number): boolean {
  reader.unindented ??= [...reader.text.matchAll(/^[^\s#]/gm)].map(({ index }) => index);
  const top = reader.unindented[lastAtOrBefore(reader.unindented, start)];
  return top !== undefined && top <= start && reader.text.startsWith('x-', top);
}
