/** Whether a published port can be reached through every interface (NET-001, NET-002). */
import { HOST_BINDING } from '../../documents/compose/composeNetworks';
import { daemonBeside, daemonSetting } from '../../documents/daemonJson';
import { dockerdValues } from '../../documents/dockerd';
import { child } from '../../documents/yaml/yamlTree';
import type { Container, PublishedPort } from '../../model/container';
import { boundToAllInterfaces } from '../../model/port';
import type { Value } from '../../model/value';
import { type Around, daemonOption, daemonUnits } from '../../readings/daemonsAround';
import type { RuleContext } from '../rule';

/** False where that is not known; a place of another file that binds it is told to `satisfied`. */
export const isOpen = (
  port: PublishedPort,
  container: Container,
  context: Pick<RuleContext, 'files' | 'deployment' | 'satisfied'>,
): boolean =>
  boundToAllInterfaces(port) === true && (port.hostAddress !== undefined || !boundByNetwork(container, context));

/**
 * Where no address is written, the container's networks or the daemon may name one (fact T29); `ip`
 * holds for the default bridge only.
 */
function boundByNetwork(
  { origin, anchor, networks, networkUses }: Container,
  context: Pick<RuleContext, 'files' | 'deployment' | 'satisfied'>,
): boolean {
  const { uri } = anchor;
  const { satisfied } = context;
  if (origin === 'run') {
    const address = networks.length === 0 ? daemonOption(uri, 'ip', context) : undefined;
    const isBound = isOneAddress(address?.value);
    if (isBound) satisfied(anchor, address!.place);
    return isBound;
  }
  const fallback = networkUses.length > 0 ? bridgeBinding(uri, context) : undefined;
  const isBound =
    networkUses.length > 0 && networkUses.every(({ hostBinding }) => isOneAddress(hostBinding ?? fallback?.known));
  if (isBound && fallback) satisfied(anchor, fallback.place);
  return isBound;
}

/** What the daemon gives all bridges: `default-network-opts`. */
function bridgeBinding(uri: string, around: Around): Pick<Value, 'known' | 'place'> | undefined {
  const daemon = daemonBeside(uri, around.files);
  const bridge = child(child(daemon?.root, 'default-network-opts'), 'bridge');
  const inFile = daemon && daemonSetting({ text: daemon.text, root: bridge }, HOST_BINDING);
  if (inFile) return inFile;
  const front = `bridge=${HOST_BINDING}=`;
  const options = daemonUnits(around.deployment).flatMap((unit) => dockerdValues(unit, 'default-network-opts'));
  const option = options.find(({ value }) => value?.startsWith(front));
  return option && { known: option.value!.slice(front.length), place: option.place };
}

const isOneAddress = (address: string | undefined): boolean =>
  address !== undefined && !/^(|0\.0\.0\.0|::)$/.test(address);
