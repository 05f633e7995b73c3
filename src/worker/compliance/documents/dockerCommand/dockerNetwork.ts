/** Networks that a script makes itself: `docker network create [--internal] NAME`. */
import type { NetworkUse } from '../../model/container';
import type { Value } from '../../model/value';
import { HOST_BINDING } from '../compose/composeNetworks';
import type { ShellCommand } from '../shell/shellTypes';
import { type Created, createdBy } from './dockerCreate';

const FLAGS = new Set([
  ...['--internal', '--attachable', '--ingress', '--ipv4', '--ipv6', '--config-only'],
  ...['--disable-dns', '--ignore'],
]);

/** What is known of the networks that a container of the script is on. */
export function networkOfScript(commands: readonly ShellCommand[]): (name: Value) => NetworkUse {
  const created = new Map<string | undefined, Created>();
  for (const command of commands) {
    const network = createdBy(command, 'network', FLAGS);
    if (network && !created.has(network.name)) created.set(network.name, network);
  }
  return (name) => {
    const { uri } = name.place;
    const network = created.get(name.known);
    return { name, project: uri, host: false, ...(network ? settingsOf(network, uri) : ELSEWHERE) };
  };
}

type Settings = Pick<NetworkUse, 'definition' | 'internal' | 'hostBinding' | 'makeInternal'>;

const ELSEWHERE: Settings = {
  definition: undefined,
  internal: undefined,
  hostBinding: undefined,
  makeInternal: undefined,
};

function settingsOf({ verb, options }: Created, uri: string): Settings {
  const { start, end } = verb;
  const internal = options.findLast(({ option }) => option === '--internal');
  const binding = options.find(
    ({ option, value }) => /^(?:-o|--opt)$/.test(option) && value.startsWith(`${HOST_BINDING}=`),
  );
  return {
    definition: { uri, start, end },
    internal: internal !== undefined && internal.value !== 'false',
    hostBinding: binding?.value.slice(HOST_BINDING.length + 1),
    makeInternal: verb.indirect || internal ? undefined : [{ uri, start: end, end, newText: ' --internal' }],
  };
}
