/**
 * Sockets of the engine that a service has as `configs` and `secrets` with `file:`: compose mounts
 * what lies there, as `volumes` would (fact T14). Any other file is meant to be handed over so.
 */

import { isRuntimeSocket } from '../../data/runtimeSockets';
import { interpolate, type Lookup } from '../../model/interpolate';
import { type Mount, normalHostPath } from '../../model/mount';
import { type Place, textValue } from '../../model/value';
import { child, type YamlMap, type YamlNode } from '../yaml/yamlTree';

/** Where a service has them that says no more than the name. */
const FOLDERS = { configs: '/', secrets: '/run/secrets/' } as const;

export const socketMounts = (root: YamlNode | undefined, lookup: Lookup, service: YamlMap): Mount[] =>
  (['configs', 'secrets'] as const).flatMap((sort) => {
    const uses = child(service, sort);
    return (uses?.kind === 'list' ? uses.items : []).flatMap((use): Mount[] => {
      const name = textOf(use) ?? textOf(child(use, 'source'));
      const file = name === undefined ? undefined : textOf(child(child(child(root, sort), name), 'file'));
      const path = file === undefined ? '' : interpolate(file, lookup, '$$');
      if (name === undefined || !isRuntimeSocket(normalHostPath(path))) return [];
      const target = textOf(child(use, 'target')) ?? name;
      return [bindOf(path, target.startsWith('/') ? target : FOLDERS[sort] + target, use.place)];
    });
  });

function bindOf(source: string, target: string, place: Place): Mount {
  const entry = textValue(source, source, place);
  return { entry, type: 'bind', source: entry, target: textValue(target, target, place), readOnly: true, options: [] };
}

const textOf = (node: YamlNode | undefined): string | undefined =>
  node?.kind === 'scalar' && !node.isNull ? node.text : undefined;
