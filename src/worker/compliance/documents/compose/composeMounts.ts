/** Mounts of a compose service: short and long form and `tmpfs` (fact T14). */
import type { Mount } from '../../model/mount';
import { borrowedMounts, parseMount, typeOfSource } from '../../model/mount';
import { textValue, type Value } from '../../model/value';
import { child, pairOf, type YamlMap, type YamlNode } from '../yaml/yamlTree';
import { asBoolean, keyValue, listValues, type ServiceReader, scalarValue } from './composeValues';

const TYPES = new Set<string>(['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image']);

export function composeMounts(reader: ServiceReader, map: YamlMap): Mount[] {
  const pair = pairOf(map, 'volumes');
  const list = pair?.value.kind === 'list' ? pair.value : undefined;
  const volumes = (list?.items ?? []).flatMap((item): Mount[] => {
    if (pair && list) reader.service.owners.set(item.place, { list, pair });
    if (item.kind !== 'scalar') return [longForm(reader, item)];
    const value = scalarValue(reader, item);
    return value && !item.isNull ? [parseMount(value)] : [];
  });
  const borrowed = listValues(reader, map, 'volumes_from').map(borrowedMounts);
  return [...volumes, ...listValues(reader, map, 'tmpfs').map(tmpfs), ...borrowed];
}

/** `/tmp:size=64m,mode=1777`. */
function tmpfs(entry: Value): Mount {
  const colon = entry.resolved.indexOf(':');
  const path = colon < 0 ? entry.resolved : entry.resolved.slice(0, colon);
  const options = colon < 0 ? [] : entry.resolved.slice(colon + 1).split(',');
  const part = (text: string): Value => textValue(entry.raw, text, entry.place, entry.entry);
  return {
    entry,
    type: 'tmpfs',
    source: undefined,
    target: part(path),
    readOnly: options.includes('ro'),
    options: options.map(part),
  };
}

function longForm(reader: ServiceReader, node: YamlNode): Mount {
  const raw = reader.textOf(node.place.uri).slice(node.place.start, node.place.end);
  const written = keyValue(reader, node, 'type')?.resolved;
  const source = keyValue(reader, node, 'source') ?? keyValue(reader, node, 'src');
  const type = written ?? typeOfSource(source?.resolved ?? '');
  const readOnly = keyValue(reader, node, 'read_only');
  const options = ['bind', 'volume', 'tmpfs'].flatMap((group) => {
    const map = child(node, group);
    return (map?.kind === 'map' ? map.pairs : []).flatMap((p) => {
      const value = keyValue(reader, map, p.key);
      return value ? [textValue(value.raw, `${p.key}=${value.resolved}`, value.place, p.place)] : [];
    });
  });
  return {
    entry: textValue(raw, raw, node.place),
    type: TYPES.has(type) ? (type as Mount['type']) : 'unknown',
    source,
    target: keyValue(reader, node, 'target') ?? keyValue(reader, node, 'destination') ?? keyValue(reader, node, 'dst'),
    readOnly: readOnly ? asBoolean(readOnly.resolved) : false,
    options,
  };
}
