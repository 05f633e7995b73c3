/** Host devices and GPUs of a compose service, in every form they are written in. */
import { textValue, type Value } from '../../model/value';
import { child, pairOf, type YamlMap, type YamlNode } from '../yaml/yamlTree';
import { keyValue, listValues, type ServiceReader } from './composeValues';

/** `host:container:rights`, a CDI name, or the map form as the text of its `source`. */
export function composeDevices(reader: ServiceReader, map: YamlMap): Value[] {
  const list = pairOf(map, 'devices')?.value;
  const long = (list?.kind === 'list' ? list.items : []).flatMap((item) => {
    const source = keyValue(reader, item, 'source');
    return source ? [{ ...source, entry: item.place }] : [];
  });
  return [...listValues(reader, map, 'devices'), ...long];
}

/** The place that asks for a GPU: `gpus`, `deploy…devices`, `runtime: nvidia`. */
export function composeGpus(reader: ServiceReader, map: YamlMap): Value | undefined {
  const runtime = keyValue(reader, map, 'runtime');
  const gpus = keyValue(reader, map, 'gpus') ?? wholePair(reader, map, 'gpus');
  if (gpus) return gpus.known === '' ? undefined : gpus;
  if (runtime && /nvidia/.test(runtime.resolved)) return runtime;
  const reserved = child(child(child(map, 'deploy'), 'resources'), 'reservations');
  const devices = child(reserved, 'devices');
  const isGpu = (item: YamlNode) => listValues(reader, item, 'capabilities').some((c) => c.known === 'gpu');
  return devices?.kind === 'list' && devices.items.some(isGpu) ? wholePair(reader, reserved, 'devices') : undefined;
}

/** A list or map under a key as one value: its key stands for it. */
function wholePair(reader: ServiceReader, map: YamlNode | undefined, key: string): Value | undefined {
  const pair = pairOf(map, key);
  if (map?.kind !== 'map' || !pair || pair.value.kind === 'scalar') return undefined;
  reader.service.owners.set(pair.place, { map, pair });
  return { ...textValue(key, key, pair.keyPlace, pair.place) };
}
