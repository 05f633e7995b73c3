/** Adds settings to a compose service: each where such keys stand, in the style of the file. */
import type { Setting } from '../../model/containerWriter';
import type { Edit } from '../../model/value';
import { once } from '../../once';
import { indentAt, lineEndAt } from '../text/lines';
import { pairOf, type YamlMap, type YamlNode, type YamlPair } from '../yaml/yamlTree';
import { breakOf } from './composeDefinitions';
import { bare, keyInstead, loggingInstead } from './composeInstead';
import { appendPairs, blockText, type PairText } from './composeMapEdit';
import { composeSetting, type KeyText, listText, rankOf } from './composeSettings';
import { editable, type ServiceText } from './serviceText';

/** The map that a service's keys stand in, and how they stand there. */
interface Frame {
  map: YamlMap;
  /** The pairs that stand in the map itself, `<<` among them, in document order. */
  own: readonly YamlPair[];
  /** Of each of those. */
  ranks: readonly number[];
  br: string;
  indent: string;
  step: number;
}

/** Undefined: nothing can be added. */
function frameOf(service: ServiceText): Frame | undefined {
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
  const indent = map.flow ? '' : indentAt(text, first.place.start);
  if (!map.flow && text.slice(first.place.start - indent.length, first.place.start) !== indent) return undefined;
  const step = map.flow ? 2 : Math.max(2, indent.length - indentAt(text, pair.keyPlace.start).length);
  return { map, own, ranks: own.map(({ key }) => rankOf(key)), br: breakOf(service.file), indent, step };
}

/** Services may share a map. */
const ownPairs = once(({ pairs, merges = [], place }: YamlMap): YamlPair[] =>
  [...pairs, ...merges]
    .filter((p) => p.place.uri === place.uri && p.place.start >= place.start && p.place.end <= place.end)
    .sort((a, b) => a.place.start - b.place.start),
);

/**
 * Adds settings in as few edits as can be; undefined where one of them cannot be written. Where they
 * go is worked out once.
 */
export function settingsAdder(service: ServiceText): (settings: readonly Setting[]) => Edit[] | undefined {
  let frame: Frame | null | undefined;
  return (settings) => {
    if (frame === undefined) frame = frameOf(service) ?? null;
    return frame === null ? undefined : addSettings(service, frame, settings);
  };
}

function addSettings(service: ServiceText, frame: Frame, settings: readonly Setting[]): Edit[] | undefined {
  const { uri, text } = service;
  const { map, own, ranks, br, indent, step } = frame;
  const first = own[0]!;
  const inserts: Insert[] = [];
  const edits: Edit[] = [];
  const keys: KeyText[] = [];
  const anew: KeyText[] = [];
  for (const setting of settings) {
    if (setting.kind !== 'logOptions') {
      keys.push(composeSetting(setting));
      continue;
    }
    const logging = pairOf(map, 'logging');
    const edit =
      logging && editable(service, logging.place) ? addLogOptions(service, logging.value, setting.options) : undefined;
    const copy =
      !edit && logging && !own.includes(logging) ? loggingInstead(text, logging.value, setting.options) : undefined;
    if (edit) edits.push(edit);
    else if (copy) anew.push(copy);
    else return undefined;
  }
  for (const key of [...joinKeys(keys), ...anew]) {
    const present = anew.includes(key) ? undefined : pairOf(map, key.key);
    if (present && (own.includes(present) || editable(service, present.place))) {
      const edit = extendKey(service, present, key, br);
      if (!edit) return undefined;
      edits.push(edit);
      continue;
    }
    const written = present ? keyInstead(text, present.value, key) : key;
    if (!written) return undefined;
    const order = rankOf(key.key);
    const anchor = keyBefore(frame, order);
    const after = anchor ?? first;
    if (map.flow) inserts.push({ at: after.place.end, order, text: `, ${key.key}: ${written.flow}` });
    else if (!anchor && ranks[0]! > order)
      inserts.push({ at: first.place.start, order, text: blockText(written, indent, br, step) + br + indent });
    else {
      const at = lineEndAt(text, after.place.end);
      inserts.push({ at, order, text: br + indent + blockText(written, indent, br, step) });
    }
  }
  for (const [at, text] of textsByPlace(inserts)) edits.push({ uri, start: at, end: at, newText: text });
  return edits;
}

/** A key to be written at a place, and its rank among those. */
interface Insert {
  at: number;
  order: number;
  text: string;
}

/** What stands at one place is one text, in the order of the keys. */
function textsByPlace(inserts: readonly Insert[]): Iterable<[at: number, text: string]> {
  if (inserts.length === 1) return [[inserts[0]!.at, inserts[0]!.text]];
  const texts = new Map(inserts.map(({ at }) => [at, '']));
  for (const { at, text } of inserts.toSorted((a, b) => a.order - b.order)) texts.set(at, texts.get(at)! + text);
  return texts;
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
function keyBefore({ own, ranks }: Frame, order: number): YamlPair | undefined {
  let before: YamlPair | undefined;
  let best = 0;
  let isLast = true;
  for (let i = 0; i < own.length; i++) {
    const rank = ranks[i]!;
    if (rank > order) isLast = false;
    else if (rank !== order && rank >= best) {
      best = rank;
      before = own[i];
    }
  }
  return before && (isLast ? own.at(-1) : before);
}

/** Several settings of one list key become one key with all items. */
function joinKeys(keys: KeyText[]): KeyText[] {
  if (keys.length < 2) return keys;
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
