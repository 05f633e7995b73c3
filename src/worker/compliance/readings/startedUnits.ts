/** Which units of systemd come up with the host (systemd.unit(5)). */
import type { Deployment } from '../deployment/deployment';
import type { Script } from '../documents/shell/script';
import { isEnabled, readUnitFile } from '../documents/unitFile';
import type { UnitTimer } from '../documents/unitTimer';
import { fileName } from '../files';
import { once } from '../once';
import { serviceAction } from './serviceAction';

/** In units that start others, and scripts that say so. */
const STARTS =
  /^[ \t]*(?:Wants|Requires|BindsTo|Upholds|Unit|Service|OnSuccess|OnFailure)[ \t]*=|\bsystemctl\b|\.(?:wants|requires|upholds)\/|^\[(?:Path|Socket)\]/m;
const STARTING = /^(?:Wants|Requires|BindsTo|Upholds|Unit|Service|OnSuccess|OnFailure)$/;

/** The timers of the deployment that start a service, and that something starts. */
export const timersOf = (service: Script, deployment: Deployment): UnitTimer[] =>
  timersNaming(service, deployment).filter((timer) => comesUp(timer, deployment));

/** Those that nothing starts. */
export const idleTimersOf = (service: Script, deployment: Deployment): UnitTimer[] =>
  timersNaming(service, deployment).filter((timer) => !comesUp(timer, deployment));

const comesUp = ({ name, isEnabled }: UnitTimer, deployment: Deployment): boolean =>
  isEnabled || isStarted(name, deployment);

const timersNaming = ({ uri }: Script, deployment: Deployment): UnitTimer[] =>
  deployment.all('timer', /^\[Timer\]/m).filter(({ unit }) => unit === fileName(uri));

/** Whether the host runs a service, at its start or again and again; parts of units that stand elsewhere are. */
export function isRunByHost(service: Script, deployment: Deployment): boolean {
  const { uri } = service;
  const name = fileName(uri);
  return (
    /\.d\/[^/]*\.conf$/.test(uri) ||
    !/\.service$/.test(name) ||
    isServiceEnabled(service) ||
    timersOf(service, deployment).length > 0 ||
    isStarted(name, deployment)
  );
}

const isServiceEnabled = once(({ uri, text }: Script) => isEnabled(readUnitFile(uri, text)));

/** By another unit, a path or a socket of its name, a link in `multi-user.target.wants/`, or a command. */
const isStarted = (unit: string, deployment: Deployment): boolean =>
  deployment
    .all('script', STARTS)
    .some((other) => fileName(other.uri) !== unit && (starts(other, unit) || wakes(other, unit, deployment)));

/** A path or a socket that comes up itself starts the service of its name, where it names none. */
function wakes(other: Script, unit: string, deployment: Deployment): boolean {
  const waker = fileName(other.uri);
  const [, name] = other.kind === 'systemd' ? (/^(.+)\.(?:path|socket)$/.exec(waker) ?? []) : [];
  if (name === undefined || (unit !== `${name}.service` && unit !== `${name}@.service`)) return false;
  const settings = readUnitFile(other.uri, other.text);
  return (
    !settings.some(
      ({ section, key }) => (section === 'Path' && key === 'Unit') || (section === 'Socket' && key === 'Service'),
    ) &&
    (isEnabled(settings) || isStarted(waker, deployment))
  );
}

function starts({ uri, kind, text, commands }: Script, unit: string): boolean {
  if (!text.includes(unit.replace(/\.(?:service|timer|path|socket)$/, ''))) return false;
  if (kind === 'systemd')
    return readUnitFile(uri, text).some(({ key, value }) => STARTING.test(key) && value.split(/\s+/).includes(unit));
  return commands.some((command) => {
    const acted = serviceAction(command);
    const isStart = acted?.action === 'start' || /^add-(?:wants|requires)$/.test(acted?.verb.known ?? '');
    return (
      (isStart && acted!.services.some(({ known }) => known === unit || `${known}.service` === unit)) ||
      command.words.some(({ resolved }) => /\.(?:wants|requires|upholds)\//.test(resolved) && resolved.includes(unit))
    );
  });
}
