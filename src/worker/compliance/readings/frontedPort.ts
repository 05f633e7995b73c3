/** Which proxy stands before a published port, and what that is inferred from. */

import { getOrMake } from '../getOrMake';
import type { Container, NetworkUse, PublishedPort } from '../model/container';
import { isLoopback } from '../model/loopback';
import type { ProxyTarget, ReverseProxy } from '../model/reverseProxy';
import { once } from '../once';

/** Names of the host as containers and programs on it write them. */
const HOST = /^(?:host\.docker\.internal|host\.containers\.internal|gateway\.docker\.internal|172\.17\.0\.1)$/;

/** What a proxy on the host, or one that asks the host, passes on to the port as it is published. */
export function targetOnHost(port: PublishedPort, proxies: readonly ReverseProxy[]): ProxyTarget | undefined {
  const published = port.hostPorts?.known;
  if (!published) return undefined;
  const { first, last } = published;
  if (first === last) return targetsOfHost(proxies).get(first);
  for (const [number, target] of targetsOfHost(proxies)) if (first <= number && number <= last) return target;
  return undefined;
}

/** What a proxy passes on to the service by its name, on their common network. */
export const targetByName = ({ name }: Container, proxies: readonly ReverseProxy[]): ProxyTarget | undefined =>
  name === undefined ? undefined : targetsByHost(proxies).get(name.toLowerCase());

const targetsOf = once((proxies: readonly ReverseProxy[]): readonly ProxyTarget[] =>
  proxies.flatMap(({ targets }) => targets),
);
/** The first of each port that is the host's own. */
const targetsOfHost = once((proxies: readonly ReverseProxy[]): ReadonlyMap<number, ProxyTarget> => {
  const out = new Map<number, ProxyTarget>();
  for (const target of targetsOf(proxies)) {
    const { host, port } = target;
    const isOfHost = host !== undefined && (isLoopback(host) || HOST.test(host));
    if (isOfHost && port !== undefined && !out.has(port)) out.set(port, target);
  }
  return out;
});
const targetsByHost = once(
  (proxies: readonly ReverseProxy[]): ReadonlyMap<string | undefined, ProxyTarget> =>
    new Map(
      targetsOf(proxies)
        .toReversed()
        .map((target) => [target.host, target]),
    ),
);

/** The proxy that shares a network with a container. */
export function proxyBeside(container: Container, proxies: readonly Container[]): Container | undefined {
  if (container.networkMode) return undefined;
  const found = container.networkUses.flatMap((use) => {
    const [first, second] = proxiesByNetwork(proxies).get(idOf(use)) ?? [];
    return (first?.proxy === container ? second : first) ?? [];
  });
  return found.sort((a, b) => a.number - b.number)[0]?.proxy;
}

/** The first two on each network: one may be the container that is asked for. */
const proxiesByNetwork = once((proxies: readonly Container[]) => {
  const out = new Map<string, { proxy: Container; number: number }[]>();
  for (const [number, proxy] of proxies.entries())
    for (const id of new Set(proxy.networkMode ? [] : proxy.networkUses.map(idOf))) {
      const held = getOrMake(out, id, () => []);
      if (held.length < 2) held.push({ proxy, number });
    }
  return out;
});

const idOf = ({ project, name }: NetworkUse): string => `${project} ${name.resolved}`;
