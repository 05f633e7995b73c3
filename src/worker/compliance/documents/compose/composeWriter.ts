/** Edits of a compose service that keep comments, indentation, quoting and anchors. */
import { type ContainerWriter, ISOLATED, type Mount, type Setting } from '../../model/container';
import type { Edit, Place, Value } from '../../model/value';
import { once } from '../../once';
import { indentAt, lineEndAt } from '../text/lines';
import { rewriteText } from '../text/rewriteText';
import { child, type YamlList, type YamlMap, type YamlNode, type YamlPair } from '../yaml/yaml';
import { addDefinition, breakOf, type ComposeText } from './composeDefinitions';
import { bare, keyInstead, loggingInstead } from './composeInstead';
import { appendPairs, blockText, type PairText } from './composeMapEdit';
import { composeSetting, type KeyText, listText, rankOf } from './composeSettings';

export type Owner = { list: YamlList; pair: YamlPair } | { map: YamlMap; pair: YamlPair };

export interface ServiceText {
  uri: string;
  text: string;
  /** Places that several services live on: never edited. */
  shared: Place[];
  /** The service's own key and value, before merging. */
  pair: YamlPair;
  /** The whole file. */
  file: ComposeText;
  /** Where each list item or pair hangs, by the identity of its place. */
  owners: Map<Place, Owner>;
  /** The same of maps that other services may share. */
  sharedOwners: ReadonlyMap<Place, Owner>[];
}

export function composeWriter(service: ServiceText): ContainerWriter {
  return {
    add: (settings) => (service.file.sound ? addSettings(service, settings) : undefined),
    remove: (value) => removeEntry(service, value.entry),
    replace: (value, newText) => replaceText(service, value, newText),
    rewrite: ({ place }, change) => (editable(service, place) ? rewriteText(service, place, change) : undefined),
    isolate: (mount, device) => (service.file.sound ? isolateMount(service, mount, device) : undefined),
    setField: (entry, field) => (service.file.sound ? setPair(service, entry.place, FIELDS[field]) : undefined),
  };
}

const overlaps = (a: Place, start: number, end: number): boolean => a.start < end && start < a.end;

function editable({ uri, shared }: ServiceText, place: Place): boolean {
  return place.uri === uri && !shared.some((s) => overlaps(s, place.start, Math.max(place.end, place.start + 1)));
}

/**
 * The pairs that stand in the map itself, `<<` among them, in document order: asked for anew with
 * every setting that it lacks.
 */
const ownPairs = once(({ pairs, merges = [], place }: YamlMap): YamlPair[] =>
  [...pairs, ...merges]
    .filter((p) => p.place.uri === place.uri && p.place.start >= place.start && p.place.end <= place.end)
    .sort((a, b) => a.place.start - b.place.start),
);

function addSettings(service: ServiceText, settings: readonly Setting[]): Edit[] | undefined {
  const { uri, text, pair } = service;
  const map = pair.value;
  if (
    map.kind !== 'map' ||
    map.place.uri !== uri ||
    map.place.start < pair.keyPlace.end ||
    map.place.end > pair.place.end
  )
    return undefined;
  const own = ownPairs(map);
  const first = own[0];
  if (!first || !editable(service, map.place)) return undefined;
  const br = breakOf(service.file);
  const indent = map.flow ? '' : indentAt(text, first.place.start);
  if (!map.flow && text.slice(first.place.start - indent.length, first.place.start) !== indent) return undefined;
  const step = map.flow ? 2 : Math.max(2, indent.length - indentAt(text, pair.keyPlace.start).length);
  const inserts = new Map<number, { order: number; text: string }[]>();
  const edits: Edit[] = [];
  const put = (at: number, order: number, newText: string) =>
    inserts.set(at, [...(inserts.get(at) ?? []), { order, text: newText }]);
  const logging = map.pairs.find((p) => p.key === 'logging');
  const anew: KeyText[] = [];
  for (const setting of settings) {
    if (setting.kind !== 'logOptions') continue;
    const edit =
      logging && editable(service, logging.place) ? addLogOptions(service, logging.value, setting.options) : undefined;
    const copy =
      !edit && logging && !own.includes(logging) ? loggingInstead(text, logging.value, setting.options) : undefined;
    if (edit) edits.push(edit);
    else if (copy) anew.push(copy);
    else return undefined;
  }
  for (const key of [...joinKeys(settings.flatMap((setting) => composeSetting(setting) ?? [])), ...anew]) {
    const present = anew.includes(key) ? undefined : map.pairs.find((p) => p.key === key.key);
    if (present && (own.includes(present) || editable(service, present.place))) {
      const edit = extendKey(service, present, key, br);
      if (!edit) return undefined;
      edits.push(edit);
      continue;
    }
    const written = present ? keyInstead(text, present.value, key) : key;
    if (!written) return undefined;
    const order = rankOf(key.key);
    const anchor = keyBefore(own, order);
    const after = anchor ?? first;
    if (map.flow) put(after.place.end, order, `, ${key.key}: ${written.flow}`);
    else if (!anchor && rankOf(first.key) > order)
      put(first.place.start, order, `${blockText(written, indent, br, step)}${br}${indent}`);
    else put(lineEndAt(text, after.place.end), order, `${br}${indent}${blockText(written, indent, br, step)}`);
  }
  for (const [at, parts] of inserts) {
    parts.sort((a, b) => a.order - b.order);
    edits.push({ uri, start: at, end: at, newText: parts.map((p) => p.text).join('') });
  }
  return edits;
}

/** Into the `options` of a `logging` that may be edited. */
function addLogOptions(
  service: ServiceText,
  logging: YamlNode,
  options: readonly [string, string][],
): Edit | undefined {
  if (logging.kind !== 'map' || !editable(service, logging.place)) return undefined;
  const pairs = options.map(
    ([key, value]): PairText => ({ key, block: [JSON.stringify(value)], flow: JSON.stringify(value) }),
  );
  const present = logging.pairs.find(({ key }) => key === 'options')?.value;
  if (present)
    return present.kind === 'map' && editable(service, present.place)
      ? appendPairs(service.text, present, pairs)
      : undefined;
  const flow = pairs.map((p) => `${p.key}: ${p.flow}`);
  return appendPairs(service.text, logging, [
    { key: 'options', block: flow, below: true, flow: `{ ${flow.join(', ')} }` },
  ]);
}

/**
 * The key of the service that one of this order follows: the last of all when none comes after it.
 */
function keyBefore(own: readonly YamlPair[], order: number): YamlPair | undefined {
  let before: YamlPair | undefined;
  let best = 0;
  let isLast = true;
  for (const pair of own) {
    const rank = rankOf(pair.key);
    if (rank > order) isLast = false;
    else if (rank !== order && rank >= best) {
      best = rank;
      before = pair;
    }
  }
  return before && (isLast ? own.at(-1) : before);
}

/** Several settings of one list key become one key with all items. */
function joinKeys(keys: KeyText[]): KeyText[] {
  const out = new Map<string, KeyText>();
  for (const key of keys) {
    const before = out.get(key.key);
    if (!before) out.set(key.key, key);
    else if (!before.items || !key.items) continue;
    else {
      out.set(key.key, listText(key.key, [...before.items, ...key.items.filter((i) => !before.items!.includes(i))]));
    }
  }
  return [...out.values()];
}

function extendKey(service: ServiceText, pair: YamlPair, key: KeyText, br: string): Edit | undefined {
  const { uri, text } = service;
  const node = pair.value;
  if (!editable(service, pair.place) || node.place.start < pair.keyPlace.end) return undefined;
  const raw = text.slice(node.place.start, node.place.end);
  if (raw.includes('$') && !key.items) return undefined;
  if (!key.items) {
    if (node.kind !== 'scalar' || key.block.length > 1) return undefined;
    const newText = node.place.start === node.place.end ? ` ${key.flow}` : key.flow;
    return { uri, start: node.place.start, end: node.place.end, newText };
  }
  const fresh = key.items.filter(
    (item) => !(node.kind === 'list' && node.items.some((i) => i.kind === 'scalar' && i.text === bare(item))),
  );
  if (node.kind === 'scalar') {
    const empty = node.place.start === node.place.end;
    return {
      uri,
      start: node.place.start,
      end: node.place.end,
      newText: `${empty ? ' ' : ''}[${[...(empty ? [] : [raw]), ...fresh].join(', ')}]`,
    };
  }
  if (node.kind !== 'list') return undefined;
  const last = node.items.at(-1);
  if (!last) return { uri, start: node.place.start, end: node.place.end, newText: `[${fresh.join(', ')}]` };
  if (last.place.uri !== uri || last.place.start < node.place.start || last.place.end > node.place.end)
    return undefined;
  if (node.flow)
    return { uri, start: last.place.end, end: last.place.end, newText: fresh.map((i) => `, ${i}`).join('') };
  const indent = indentAt(text, node.place.start);
  const at = lineEndAt(text, last.place.end);
  return { uri, start: at, end: at, newText: fresh.map((i) => `${br}${indent}- ${i}`).join('') };
}

function removeEntry(service: ServiceText, entry: Place): Edit[] | undefined {
  const owner = ownerOf(service, entry);
  if (!owner || !editable(service, entry)) return undefined;
  if ('list' in owner) {
    const { list, pair } = owner;
    if (list.items.length <= 1) return removePair(service, pair);
    const index = list.items.findIndex((i) => i.place === entry);
    if (index < 0) return undefined;
    if (!list.flow) return removeLines(service, entry);
    const [previous, next] = [list.items[index - 1], list.items[index + 1]];
    const start = previous ? previous.place.end : entry.start;
    const end = previous || !next ? entry.end : next.place.start;
    return [{ uri: service.uri, start, end, newText: '' }];
  }
  return removePair(service, owner.pair, owner.map);
}

function removePair(service: ServiceText, pair: YamlPair, map?: YamlMap): Edit[] | undefined {
  if (!editable(service, pair.place)) return undefined;
  const parent = map ?? (service.pair.value.kind === 'map' ? service.pair.value : undefined);
  if (!parent?.pairs.includes(pair) || parent.pairs.length < 2) return undefined;
  if (!parent.flow) return removeLines(service, pair.place);
  const index = parent.pairs.indexOf(pair);
  const [previous, next] = [parent.pairs[index - 1], parent.pairs[index + 1]];
  const start = previous ? previous.place.end : pair.place.start;
  const end = previous || !next ? pair.place.end : next.place.start;
  return [{ uri: service.uri, start, end, newText: '' }];
}

/**
 * Whole lines, with a comment that trails on the last of them; refused when something else stands
 * on the same lines.
 */
function removeLines({ uri, text }: ServiceText, place: Place): Edit[] | undefined {
  const start = text.lastIndexOf('\n', place.start - 1) + 1;
  const end = lineEndAt(text, place.end);
  if (!/^[\s-]*$/.test(text.slice(start, place.start)) || !/^\s*(#.*)?$/.test(text.slice(place.end, end)))
    return undefined;
  const dashes = text.slice(start, place.start).split('-').length - 1;
  if (dashes > 1) return undefined;
  const next = end + (text.startsWith('\r\n', end) ? 2 : 1);
  if (next <= text.length) return [{ uri, start, end: next, newText: '' }];
  return [{ uri, start: Math.max(0, start - (text[start - 2] === '\r' ? 2 : 1)), end: text.length, newText: '' }];
}

function replaceText(service: ServiceText, value: Value<unknown>, newText: string): Edit[] | undefined {
  const { uri, text } = service;
  const { start, end } = value.place;
  if (!editable(service, value.place) || text.slice(start, end).includes('$')) return undefined;
  const old = text.slice(start, end);
  const isNumber = /^-?\d+$/.test(old) && /^\d+$/.test(newText);
  const isPlain = isNumber || (/^[\w./@:+-]+$/.test(newText) && !/^[\d:]+$/.test(newText));
  const quote = /^["']/.exec(old)?.[0] ?? (isPlain ? '' : '"');
  return [{ uri, start, end, newText: quote + newText + quote }];
}

/** The short form becomes a named volume that is defined at the end of the file. */
function isolateMount(service: ServiceText, { entry, target }: Mount, device: string): Edit[] | undefined {
  const name = device.slice(device.lastIndexOf('/') + 1);
  if (!target?.known || !/^\w[\w.-]+$/.test(name) || entry.raw.startsWith('{') || entry.raw.includes('\n'))
    return undefined;
  const rewritten = replaceText(service, entry, `${name}:${target.known}`);
  const defined = child(child(service.file.root, 'volumes'), name);
  const same = child(child(defined, 'driver_opts'), 'device');
  const lines = ['driver_opts:', '  type: none', `  o: "${ISOLATED}"`, `  device: ${device}`];
  const added =
    same?.kind === 'scalar' && same.text === device ? [] : addDefinition(service.file, 'volumes', name, lines);
  return rewritten && added && [...rewritten, ...added];
}

const FIELDS = { readOnly: { key: 'read_only', newText: 'true' }, loopback: { key: 'host_ip', newText: '127.0.0.1' } };

/** A pair of a list item that is a map: written anew, or one more behind the last one. */
function setPair(
  service: ServiceText,
  place: Place,
  { key, newText }: { key: string; newText: string },
): Edit[] | undefined {
  const { text } = service;
  const owner = ownerOf(service, place);
  const item = owner && 'list' in owner ? owner.list.items.find((i) => i.place === place) : undefined;
  if (item?.kind !== 'map' || !editable(service, place)) return undefined;
  const present = item.pairs.find((p) => p.key === key)?.value.place;
  if (present) return text.slice(present.start, present.end).includes('$') ? undefined : [{ ...present, newText }];
  const edit = appendPairs(text, item, [{ key, block: [newText], flow: newText }]);
  return edit && [edit];
}

function ownerOf({ owners, sharedOwners }: ServiceText, place: Place): Owner | undefined {
  return owners.get(place) ?? sharedOwners.find((shared) => shared.has(place))?.get(place);
}
