/** Whether a published port can be reached through every interface (NET-001, NET-002). */
import { HOST_BINDING } from '../../documents/compose/composeNetworks';
import { daemonBeside, daemonSetting } from '../../documents/daemonJson';
import { child } from '../../documents/yaml/yamlTree';
import type { WorkspaceFiles } from '../../files';
import type { Container, PublishedPort } from '../../model/container';
import { boundToAllInterfaces } from '../../model/port';
import type { RuleContext } from '../rule';

/** False where that is not known; a place of another file that binds it is told to `satisfied`. */
export const isOpen = (
  port: PublishedPort,
  container: Container,
  files: WorkspaceFiles,
  satisfied: RuleContext['satisfied'],
): boolean =>
  boundToAllInterfaces(port) === true &&
  (port.hostAddress !== undefined || !boundByNetwork(container, files, satisfied));

/**
 * Where no address is written, the container's networks or the daemon may name one (fact T29); `ip`
 * holds for the default bridge only.
 */
function boundByNetwork(
  { origin, anchor, networks, networkUses }: Container,
  files: WorkspaceFiles,
  satisfied: RuleContext['satisfied'],
): boolean {
  const daemon = daemonBeside(anchor.uri, files);
  if (origin === 'run') {
    const address = networks.length === 0 && daemon ? daemonSetting(daemon, 'ip') : undefined;
    const isBound = isOneAddress(address?.known);
    if (isBound) satisfied(anchor, address!.place);
    return isBound;
  }
  const bridge = child(child(daemon?.root, 'default-network-opts'), 'bridge');
  const fallback = daemon && daemonSetting({ text: daemon.text, root: bridge }, HOST_BINDING);
  const isBound =
    networkUses.length > 0 && networkUses.every(({ hostBinding }) => isOneAddress(hostBinding ?? fallback?.known));
  if (isBound && fallback) satisfied(anchor, fallback.place);
  return isBound;
}

const isOneAddress = (address: string | undefined): boolean =>
  address !== undefined && !/^(|0\.0\.0\.0|::)$/.test(address);
