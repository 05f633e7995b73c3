/** Edits of a compose service that keep comments, indentation, quoting and anchors. */
import { type ContainerWriter, ISOLATED } from '../../model/containerWriter';
import type { Mount } from '../../model/mount';
import type { Edit, Place, Value } from '../../model/value';
import { lineEndAt } from '../text/lines';
import { rewriteText } from '../text/rewriteText';
import { child, type YamlMap, type YamlPair } from '../yaml/yamlTree';
import { settingsAdder } from './composeAdd';
import { addDefinition } from './composeDefinitions';
import { appendPairs } from './composeMapEdit';
import { editable, type Owner, type ServiceText } from './serviceText';

export function composeWriter(service: ServiceText): ContainerWriter {
  const add = settingsAdder(service);
  return {
    add: (settings) => (service.file.sound ? add(settings) : undefined),
    remove: (value) => removeEntry(service, value.entry),
    replace: (value, newText) => replaceText(service, value, newText),
    rewrite: ({ place }, change) => (editable(service, place) ? rewriteText(service, place, change) : undefined),
    isolate: (mount, device) => (service.file.sound ? isolateMount(service, mount, device) : undefined),
    setField: (entry, field) => (service.file.sound ? setPair(service, entry.place, FIELDS[field]) : undefined),
  };
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
