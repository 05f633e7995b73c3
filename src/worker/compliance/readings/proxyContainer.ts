/** Which containers stand in front of others: the one answer of all rules on ports. */
import { imageName, knownImage } from '../data/knownImages';
import { baseImageOf } from '../documents/dockerfile/builtImage';
import type { WorkspaceFiles } from '../files';
import type { Container } from '../model/container';

/** The last part of an image's name, from whatever registry or mirror. */
const PROXY =
  /(?:^|\/)(?:nginx|nginx-(?:proxy|unprivileged)|openresty|tengine|angie|caddy|traefik|haproxy|envoy|apisix|kong)$/;

/** The proxy whose settings stand in options and labels. */
export const isTraefikContainer = (container: Container, files: WorkspaceFiles): boolean =>
  /(?:^|\/)traefik$/.test(imageName(baseImageOf(container, files))?.name ?? '');

/** Of which a file of this kind tells what it passes on. */
export const isNginxContainer = (container: Container, files: WorkspaceFiles): boolean =>
  /(?:^|\/)(?:nginx|nginx-(?:proxy|unprivileged)|openresty|tengine|angie)$/.test(
    imageName(baseImageOf(container, files))?.name ?? '',
  );

/** By its image, or the one that it is built on; not by its name. */
export function isProxyContainer(container: Container, files: WorkspaceFiles): boolean {
  const image = baseImageOf(container, files);
  return knownImage(image)?.proxy === true || PROXY.test(imageName(image)?.name ?? '');
}
