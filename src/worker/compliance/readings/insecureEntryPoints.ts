/** Entry points of Traefik that take the address of the client from whoever sends it. */
import type { Deployment } from '../deployment/deployment';
import { optionsOfTraefik } from '../documents/traefik/traefikConfig';
import type { TraefikSetting } from '../documents/traefik/traefikSetting';
import type { WorkspaceFiles } from '../files';
import type { Place } from '../model/value';
import { isTraefikContainer } from './proxyContainer';

const INSECURE = /^entrypoints\.[^.]+\.(?:forwardedheaders|proxyprotocol)\.insecure$/;

/** Of the document that is judged. */
export function insecureEntryPoints(
  deployment: Deployment,
  files: WorkspaceFiles,
): { place: Place; service: string | undefined }[] {
  const of = (settings: readonly TraefikSetting[], service?: string) =>
    settings.flatMap(({ path, value, place }) =>
      INSECURE.test(path) && value.toLowerCase() === 'true' ? [{ place, service }] : [],
    );
  return [
    ...deployment
      .own('container')
      .flatMap((each) => (isTraefikContainer(each, files) ? of(optionsOfTraefik(each), each.name) : [])),
    ...deployment.own('traefik').flatMap(({ settings }) => of(settings)),
  ];
}
