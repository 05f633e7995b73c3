/**
 * Reads values out of a compose service: variables filled in, every list item and pair remembered
 * so that a fix can take it out.
 */
import type { EnvironmentEntry } from '../../model/container';
import { interpolate, type Lookup } from '../../model/interpolate';
import { type Place, textValue, UNKNOWN, type Value } from '../../model/value';
import { pairOf, type YamlMap, type YamlNode, type YamlPair } from '../yaml/yamlTree';
import type { ServiceText } from './serviceText';

/** Reads values out of one service. */
export interface ServiceReader {
  lookup: Lookup;
  service: ServiceText;
  /** Text of the file a place lies in. */
  textOf(uri: string): string;
  /** Of the whole file, by their maps: an anchor may hold what thousands of services share. */
  environments: Map<YamlMap, { entries: EnvironmentEntry[]; owners: ServiceText['owners'] }>;
}

/** A scalar with variables filled in; undefined for lists and maps. */
export function scalarValue(reader: ServiceReader, node: YamlNode | undefined, entry?: Place): Value | undefined {
  if (node?.kind !== 'scalar') return undefined;
  const { start, end, uri } = node.place;
  return textValue(
    reader.textOf(uri).slice(start, end),
    interpolate(node.text, reader.lookup, '$$'),
    node.place,
    entry ?? node.place,
  );
}

/** Remembers where the pair of a key hangs, and gives it. */
function own(reader: ServiceReader, map: YamlNode | undefined, key: string): YamlPair | undefined {
  const pair = pairOf(map, key);
  if (!pair || map?.kind !== 'map') return undefined;
  reader.service.owners.set(pair.place, { map, pair });
  return pair;
}

/** The value of a key, whose entry is the whole pair. */
export function keyValue(reader: ServiceReader, map: YamlNode | undefined, key: string): Value | undefined {
  const pair = own(reader, map, key);
  return pair && scalarValue(reader, pair.value, pair.place);
}

/** The items of a list, or the one scalar. */
export function listValues(reader: ServiceReader, map: YamlNode | undefined, key: string): Value[] {
  const pair = pairOf(map, key);
  if (!pair || map?.kind !== 'map') return [];
  if (pair.value.kind !== 'list') {
    const single = pair.value.kind === 'scalar' && !pair.value.isNull ? keyValue(reader, map, key) : undefined;
    return single ? [single] : [];
  }
  const list = pair.value;
  return list.items.flatMap((item) => {
    reader.service.owners.set(item.place, { list, pair });
    return scalarValue(reader, item) ?? [];
  });
}

/** `true`, `yes`, `on`, `"true"`; undefined when a variable hides it. */
export function asBoolean(resolved: string): boolean | undefined {
  if (resolved.includes(UNKNOWN)) return undefined;
  return /^(true|yes|on|y|t|1)$/i.test(resolved.trim());
}
