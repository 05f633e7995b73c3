/** Which proxy stands before a published port, and what that is inferred from. */
import type { Container, NetworkUse, PublishedPort } from '../model/container';
import { isLoopback } from '../model/loopback';
import type { ProxyTarget, ReverseProxy } from '../model/reverseProxy';

/** Names of the host as containers and programs on it write them. */
const HOST = /^(?:host\.docker\.internal|host\.containers\.internal|gateway\.docker\.internal|172\.17\.0\.1)$/;

/** What a proxy on the host, or one that asks the host, passes on to the port as it is published. */
export function targetOnHost(port: PublishedPort, proxies: readonly ReverseProxy[]): ProxyTarget | undefined {
  const published = port.hostPorts?.known;
  return targetsOf(proxies).find(
    (target) =>
      published !== undefined &&
      target.port !== undefined &&
      published.first <= target.port &&
      target.port <= published.last &&
      target.host !== undefined &&
      (isLoopback(target.host) || HOST.test(target.host)),
  );
}

/** What a proxy passes on to the service by its name, on their common network. */
export const targetByName = ({ name }: Container, proxies: readonly ReverseProxy[]): ProxyTarget | undefined =>
  targetsOf(proxies).find(({ host }) => host !== undefined && host === name?.toLowerCase());

const targetsOf = (proxies: readonly ReverseProxy[]): ProxyTarget[] => proxies.flatMap(({ targets }) => targets);

/** The proxy that shares a network with a container. */
export const proxyBeside = (container: Container, proxies: readonly Container[]): Container | undefined =>
  proxies.find((each) => each !== container && shareNetwork(each, container));

function shareNetwork(a: Container, b: Container): boolean {
  if (a.networkMode || b.networkMode) return false;
  const ids = new Set(a.networkUses.map(idOf));
  return b.networkUses.some((use) => ids.has(idOf(use)));
}

const idOf = ({ project, name }: NetworkUse): string => `${project} ${name.resolved}`;
