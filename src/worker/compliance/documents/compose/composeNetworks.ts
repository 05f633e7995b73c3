/** What the networks of a compose service are: of the host, internal, or with a way out. */
import type { NetworkUse } from '../../model/container';
import { interpolate } from '../../model/interpolate';
import type { Edit, Value } from '../../model/value';
import { once } from '../../once';
import { indentAt } from '../text/lines';
import { child, pairOf, type YamlNode } from '../yaml/yamlTree';
import { addDefinition, breakOf, type ComposeText } from './composeDefinitions';
import { asBoolean } from './composeValues';

/** Option of a bridge network. */
export const HOST_BINDING = 'com.docker.network.bridge.host_binding_ipv4';

/**
 * `names`: the written ones; without any a service is on `default`, which then stands at `anchor`.
 */
export function networkUses(file: ComposeText, names: readonly Value[], anchor: Value): NetworkUse[] {
  return (names.length > 0 ? names : [anchor]).map((name) => ({ name, ...networkOf(file, name.known) }));
}

type Network = Omit<NetworkUse, 'name'>;

/** Thousands of services share a few networks. */
const networksOf = once((_file: ComposeText) => new Map<string | undefined, Network>());

function networkOf(file: ComposeText, key: string | undefined): Network {
  const known = networksOf(file);
  let network = known.get(key);
  if (!network) {
    network = readNetwork(file, key);
    known.set(key, network);
  }
  return network;
}

function readNetwork(file: ComposeText, key: string | undefined): Network {
  const pair = key === undefined ? undefined : pairOf(child(file.root, 'networks'), key);
  const definition = pair?.value;
  const text = (node: YamlNode | undefined): string | undefined =>
    node?.kind === 'scalar' && !node.isNull ? interpolate(node.text, file.lookup, '$$') : undefined;
  const external = child(definition, 'external');
  const isExternal = external?.kind === 'map' || (external !== undefined && asBoolean(text(external) ?? '') !== false);
  const realName = text(child(definition, 'name')) ?? text(child(external, 'name')) ?? key;
  const internal = text(child(definition, 'internal'));
  const told = key !== undefined && !isExternal && (definition !== undefined || key === 'default');
  return {
    project: `${file.uri}:${file.end}`,
    definition: pair?.keyPlace,
    hostBinding: text(child(child(definition, 'driver_opts'), HOST_BINDING)),
    host: isExternal && realName === 'host',
    internal: told ? asBoolean(internal ?? 'false') : undefined,
    makeInternal: told && internal === undefined && file.sound ? internalEdit(file, key!) : undefined,
  };
}

/** Adds `internal: true` to the definition of a network, which need not exist for `default`. */
function internalEdit(file: ComposeText, key: string): Edit[] | undefined {
  const { uri, text, root } = file;
  const insert = (at: number, newText: string): Edit[] => [{ uri, start: at, end: at, newText }];
  const own = pairOf(child(root, 'networks'), key);
  if (!own) return addDefinition(file, 'networks', key, ['internal: true']);
  const { value, keyPlace } = own;
  const br = breakOf(file);
  if (value.kind === 'scalar' && value.place.start === value.place.end && pairOf(root, 'networks')?.place.uri === uri)
    return insert(keyPlace.end + 1, `${br}${indentAt(text, keyPlace.start, 2)}internal: true`);
  if (value.kind !== 'map' || value.place.start <= keyPlace.end) return undefined;
  if (value.flow) return insert(value.place.start + 1, value.pairs.length > 0 ? 'internal: true, ' : 'internal: true');
  const inner = value.pairs[0];
  return inner && insert(inner.place.start, `internal: true${br}${indentAt(text, inner.place.start)}`);
}
