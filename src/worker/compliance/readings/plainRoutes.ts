/** Routes of Traefik that clients reach without TLS: routers on entry points that neither speak it nor lead to it. */
import type { Deployment } from '../deployment/deployment';
import { labelsForTraefik, optionsOfTraefik } from '../documents/traefik/traefikConfig';
import type { TraefikSetting } from '../documents/traefik/traefikSetting';
import type { WorkspaceFiles } from '../files';
import { getOrMake } from '../getOrMake';
import type { Container } from '../model/container';
import { isLoopback } from '../model/loopback';
import { boundToAllInterfaces } from '../model/port';
import { type Place, UNKNOWN } from '../model/value';
import { isTraefikContainer } from './proxyContainer';

export interface PlainRoute {
  /** Its rule, or what is written of it first. */
  place: Place;
  router: string;
  entryPoint: string;
  port: number;
  /** Where the entry point is defined. */
  entryPlace: Place;
  service: string | undefined;
}

interface EntryPoint {
  name: string;
  port: number;
  place: Place;
}

/** Of the document that is judged: its labels, its routes in a file. */
export function plainRoutes(deployment: Deployment, files: WorkspaceFiles): PlainRoute[] {
  const routers = [
    ...deployment.own('container').flatMap((container) => routersOf(labelsForTraefik(container), container.name)),
    ...deployment.own('traefik').flatMap(({ settings }) => routersOf(settings, undefined)),
  ].filter(({ isTls }) => !isTls);
  if (routers.length === 0) return [];
  const entries = plainEntryPoints(deployment, files);
  if (entries.length === 0) return [];
  const redirects = redirectsIn(deployment);
  return routers.flatMap(({ name, place, entryPoints, middlewares, service }) => {
    const leadsAway = middlewares.some((each) => each.includes(UNKNOWN) || redirects.has(each.replace(/@.*$/s, '')));
    const entry = entries.find((each) => entryPoints.length === 0 || entryPoints.includes(each.name));
    if (leadsAway || !entry || entryPoints.some((each) => each.includes(UNKNOWN))) return [];
    return [{ place, router: name, entryPoint: entry.name, port: entry.port, entryPlace: entry.place, service }];
  });
}

interface Router {
  name: string;
  place: Place;
  isTls: boolean;
  entryPoints: string[];
  middlewares: string[];
  service: string | undefined;
}

const ROUTER = /^http\.routers\.([^.]+)\.(.+)$/;

function routersOf(settings: readonly TraefikSetting[], service: string | undefined): Router[] {
  const routers = new Map<string, Router>();
  for (const { path, value, place } of settings) {
    const [, name, key] = ROUTER.exec(path) ?? [];
    if (name === undefined || key === undefined) continue;
    const make = (): Router => ({ name, place, isTls: false, entryPoints: [], middlewares: [], service });
    const router = getOrMake(routers, name, make);
    if (key === 'rule') router.place = place;
    else if (/^tls(?:\.|$)/.test(key)) router.isTls ||= value.toLowerCase() !== 'false';
    else if (key === 'entrypoints') router.entryPoints.push(...listed(value));
    else if (key === 'middlewares') router.middlewares.push(...listed(value));
    // Its own answers: its dashboard is another matter.
    else if (key === 'service' && value.endsWith('@internal')) router.isTls = true;
  }
  return [...routers.values()];
}

const listed = (value: string): string[] =>
  value
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);

const REDIRECT = /^http\.middlewares\.([^.]+)\.(?:redirectscheme\.scheme|redirectregex\.replacement)$/;

function redirectsIn(deployment: Deployment): ReadonlySet<string> {
  const settings = [
    ...deployment.all('container', ABOUT).flatMap(labelsForTraefik),
    ...deployment.all('traefik', ABOUT).flatMap((config) => config.settings),
  ];
  return new Set(
    settings.flatMap(({ path, value }) => {
      const name = REDIRECT.exec(path)?.[1];
      return name !== undefined && (/^https/i.test(value) || value.includes(UNKNOWN)) ? [name] : [];
    }),
  );
}

const ABOUT = /traefik|entryPoints|routers|middlewares/i;
const ENTRY = /^entrypoints\.([^.]+)\.(.+)$/;

/** Those that clients reach over the network. None where settings may stand out of sight. */
function plainEntryPoints(deployment: Deployment, files: WorkspaceFiles): EntryPoint[] {
  const containers = deployment.all('container', ABOUT).filter((each) => isTraefikContainer(each, files));
  const configs = deployment.all('traefik', ABOUT);
  const options = containers.flatMap(optionsOfTraefik);
  const settings = [...options, ...configs.flatMap((config) => config.settings)];
  const entries = new Map<string, Partial<EntryPoint> & { isSafe?: boolean }>();
  for (const { path, value, place } of settings) {
    const [, name, key] = ENTRY.exec(path) ?? [];
    if (name === undefined || key === undefined) continue;
    const entry = getOrMake(entries, name, () => ({ name }));
    if (key === 'address') {
      const [, host = '', port] = /^(.*):(\d{1,5})(?:\/tcp)?$/i.exec(value) ?? [];
      if (port !== undefined && !(host !== '' && isLoopback(host.replace(/^\[|\]$/g, '')))) {
        entry.port = Number(port);
        entry.place = place;
      }
    } else if (/^http\.(?:tls|redirections)(?:\.|$)/.test(key)) entry.isSafe ||= value.toLowerCase() !== 'false';
    // Somebody in front is known, who speaks TLS with clients.
    else if (/^(?:forwardedheaders|proxyprotocol)\.trustedips$/.test(key)) entry.isSafe = true;
  }
  return [...entries.values()].flatMap(({ name, port, place, isSafe }) =>
    name !== undefined &&
    port !== undefined &&
    place !== undefined &&
    !isSafe &&
    (containers.length === 0 || containers.some((each) => publishes(each, port)))
      ? [{ name, port, place }]
      : [],
  );
}

const publishes = ({ networkMode, ports }: Container, wanted: number): boolean =>
  networkMode?.known === 'host' ||
  ports.some((port) => {
    const range = port.containerPorts.known;
    return range && range.first <= wanted && wanted <= range.last && boundToAllInterfaces(port) === true;
  });
