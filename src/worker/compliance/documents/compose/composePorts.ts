/** Published ports of a compose service, short and long form (fact T13). */
import type { PublishedPort } from '../../model/container';
import { parsePortRange, parsePublishedPort } from '../../model/port';
import { textValue, valueAs } from '../../model/value';
import { pairOf, type YamlMap } from '../yaml/yamlTree';
import { keyValue, type ServiceReader, scalarValue } from './composeValues';

export function composePorts(reader: ServiceReader, map: YamlMap): PublishedPort[] {
  const pair = pairOf(map, 'ports');
  if (pair?.value.kind !== 'list') return [];
  const list = pair.value;
  return list.items.flatMap((item): PublishedPort[] => {
    reader.service.owners.set(item.place, { list, pair });
    if (item.kind === 'scalar') {
      const value = scalarValue(reader, item);
      return value && !item.isNull ? [parsePublishedPort(value)] : [];
    }
    const target = keyValue(reader, item, 'target');
    if (!target) return [];
    const published = keyValue(reader, item, 'published');
    const protocol = keyValue(reader, item, 'protocol')?.known ?? 'tcp';
    const raw = reader.textOf(item.place.uri).slice(item.place.start, item.place.end);
    return [
      {
        entry: textValue(raw, raw, item.place),
        long: true,
        hostAddress: keyValue(reader, item, 'host_ip'),
        hostPorts: published && valueAs(published, parsePortRange),
        containerPorts: valueAs(target, parsePortRange),
        protocol: protocol === 'tcp' || protocol === 'udp' || protocol === 'sctp' ? protocol : 'unknown',
      },
    ];
  });
}
