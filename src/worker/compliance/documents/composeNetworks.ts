/** What the networks of a compose service are: of the host, internal, or with a way out. */
import type { NetworkUse } from '../model/container';
import { interpolate, type Lookup } from '../model/interpolate';
import type { Edit, Value } from '../model/value';
import { asBoolean } from './composeValues';
import { lineBreakOf } from './lines';
import { child, pairOf, type YamlNode } from './yaml';

/** Option of a bridge network. */
export const HOST_BINDING = 'com.docker.network.bridge.host_binding_ipv4';

interface ComposeText {
  uri: string;
  text: string;
  /** Where the compose text ends; behind it may stand the rest of a README. */
  end: number;
  root: YamlNode | undefined;
  /** Free of syntax errors: what follows one may be missing from the tree. */
  sound: boolean;
  lookup: Lookup;
}

/** `names`: the written ones; without any a service is on `default`, which then stands at `anchor`. */
export function networkUses(file: ComposeText, names: readonly Value[], anchor: Value): NetworkUse[] {
  return (names.length > 0 ? names : [anchor]).map((name) => networkUse(file, name));
}

function networkUse(file: ComposeText, name: Value): NetworkUse {
  const key = name.known;
  const definition = key === undefined ? undefined : child(child(file.root, 'networks'), key);
  const text = (node: YamlNode | undefined): string | undefined =>
    node?.kind === 'scalar' && !node.isNull ? interpolate(node.text, file.lookup, '$$') : undefined;
  const external = child(definition, 'external');
  const isExternal = external?.kind === 'map' || (external !== undefined && asBoolean(text(external) ?? '') !== false);
  const realName = text(child(definition, 'name')) ?? text(child(external, 'name')) ?? key;
  const internal = text(child(definition, 'internal'));
  const told = key !== undefined && !isExternal && (definition !== undefined || key === 'default');
  return {
    name,
    hostBinding: text(child(child(definition, 'driver_opts'), HOST_BINDING)),
    host: isExternal && realName === 'host',
    internal: told ? asBoolean(internal ?? 'false') : undefined,
    makeInternal: told && internal === undefined && file.sound ? internalEdit(file, key!) : undefined,
  };
}

/** Adds `internal: true` to the definition of a network, which need not exist for `default`. */
function internalEdit({ uri, text, end, root }: ComposeText, key: string): Edit[] | undefined {
  const br = lineBreakOf(text);
  const insert = (at: number, newText: string): Edit[] => [{ uri, start: at, end: at, newText }];
  const networks = pairOf(root, 'networks');
  if (!networks) {
    const apart = end === 0 || text[end - 1] === '\n' ? '' : br;
    const indent = indentAt(text, root?.place.start ?? 0, 0);
    return insert(end, `${apart}${indent}networks:${br}${indent}  default:${br}${indent}    internal: true${br}`);
  }
  const own = pairOf(networks.value, key);
  if (own?.value.kind === 'map' && own.value.flow && own.value.place.start > own.keyPlace.end) {
    const at = own.value.place.start + 1;
    return insert(at, own.value.pairs.length > 0 ? 'internal: true, ' : 'internal: true');
  }
  if (networks.value.kind !== 'map' || networks.value.flow || networks.place.uri !== uri) return undefined;
  const first = networks.value.pairs[0];
  if (!own)
    return (
      first &&
      insert(
        first.place.start,
        `${key}:${br}${indentAt(text, first.place.start, 2)}internal: true${br}${indentAt(text, first.place.start, 0)}`,
      )
    );
  if (own.value.kind === 'scalar' && own.value.place.start === own.value.place.end)
    return insert(own.keyPlace.end + 1, `${br}${indentAt(text, own.keyPlace.start, 2)}internal: true`);
  const inner = own.value.kind === 'map' && !own.value.flow && own.value.place.start > own.keyPlace.end ? own.value.pairs[0] : undefined;
  return inner && insert(inner.place.start, `internal: true${br}${indentAt(text, inner.place.start, 0)}`);
}

function indentAt(text: string, at: number, more: number): string {
  return ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1) + more);
}
