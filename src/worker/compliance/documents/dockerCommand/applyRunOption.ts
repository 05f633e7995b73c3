/** What each option of `docker|podman|nerdctl run` says of the container. */
import type { Container, EnvironmentEntry, Limit } from '../../model/container';
import { parseCount, parseMemory } from '../../model/limit';
import { borrowedMounts, parseMount } from '../../model/mount';
import { parsePortRange, parsePublishedPort } from '../../model/port';
import { textValue, type Value, valueAs } from '../../model/value';
import type { RunOption } from './dockerRunLine';
import { parseLongMount, parseTmpfs } from './dockerRunMount';

/** A flag's meaning: alone it is true. */
const flag = (option: RunOption, value: Value): Value<boolean> =>
  option.value
    ? valueAs(value, (text) => (/^(true|1|t)$/i.test(text) ? true : /^(false|0|f)$/i.test(text) ? false : undefined))
    : { ...value, known: true };

const limit = (value: Value, from: string, read: (text: string) => number | undefined): Limit => ({
  amount: valueAs(value, read),
  from,
});

const SHARED_NETWORK = /^(host|none|bridge|default|private|slirp4netns.*|pasta.*|container:.*|ns:.*|)$/;

/** @param value of the option, empty where it has none */
export function applyRunOption(container: Container, option: RunOption, value: Value): void {
  switch (option.name) {
    case 'name':
      container.name = value.known;
      break;
    case 'user':
    case 'platform':
    case 'pid':
    case 'ipc':
    case 'uts':
    case 'userns':
    case 'restart':
    case 'gpus':
      container[option.name] = value;
      break;
    case 'runtime':
      if (value.known === 'nvidia') container.gpus ??= value;
      break;
    case 'cgroupns':
      container.cgroup = value;
      break;
    case 'cgroup-parent':
      container.cgroupParent = value;
      break;
    case 'privileged':
      container.privileged = flag(option, value);
      break;
    case 'read-only':
      container.readOnly = flag(option, value);
      break;
    case 'use-api-socket':
      container.apiSocket = flag(option, value);
      break;
    case 'cap-add':
      for (const capability of listed(value)) container.capAdd.push(capability);
      break;
    case 'cap-drop':
      for (const capability of listed(value)) container.capDrop.push(capability);
      break;
    case 'security-opt':
      container.securityOpt.push(value);
      break;
    case 'publish':
      container.ports.push(parsePublishedPort(value));
      break;
    case 'publish-all':
      container.publishAll = flag(option, value);
      break;
    case 'expose':
      container.exposed.push(valueAs(value, (text) => parsePortRange(text.replace(/\/\w+$/, ''))));
      break;
    case 'volume':
      container.mounts.push(parseMount(value));
      break;
    case 'mount':
      container.mounts.push(parseLongMount(value));
      break;
    case 'tmpfs':
      container.mounts.push(parseTmpfs(value));
      break;
    case 'network':
      if (value.known === undefined || SHARED_NETWORK.test(value.known)) container.networkMode = value;
      else container.networks.push(value);
      break;
    case 'pod':
      container.networkMode = { ...value, resolved: 'pod', known: 'pod' };
      break;
    case 'volumes-from':
      container.mounts.push(borrowedMounts(value));
      break;
    case 'device':
      container.devices.push(value);
      break;
    case 'device-cgroup-rule':
      container.deviceCgroupRules.push(value);
      break;
    case 'memory':
      container.memory = [limit(value, '--memory', parseMemory)];
      break;
    case 'cpus':
      container.cpus = [limit(value, '--cpus', parseCount)];
      break;
    case 'pids-limit':
      container.pids = [limit(value, '--pids-limit', parseCount)];
      break;
    case 'health-cmd':
      container.healthcheck = { place: value.entry, disabled: value.known === 'none', test: value };
      break;
    case 'no-healthcheck':
      if (flag(option, value).known) container.healthcheck = { place: value.entry, disabled: true, test: undefined };
      break;
    case 'log-driver':
      container.logging = { place: value.entry, driver: value, options: container.logging?.options ?? [] };
      break;
    case 'log-opt':
      container.logging ??= { place: value.entry, driver: undefined, options: [] };
      container.logging.options.push(logOption(value));
      break;
    case 'env':
      container.environment.push(environmentEntry(value));
      break;
    case 'label':
      container.labels.push(environmentEntry(value));
      break;
    case 'env-file':
      container.envFiles.push(value);
      break;
    case 'entrypoint':
      container.entrypoint = [value];
      break;
  }
}

/**
 * podman takes several capabilities in one value; each has its own place when the text stands there
 * as it is.
 */
function listed(value: Value): Value[] {
  if (!value.resolved.includes(',')) return [value];
  const linear = value.raw === value.resolved;
  let at = value.place.start;
  return value.resolved.split(',').map((text) => {
    const place = linear ? { ...value.place, start: at, end: at + text.length } : value.place;
    at += text.length + 1;
    return textValue(linear ? text : value.raw, text, place, value.entry);
  });
}

/**
 * The value behind `key=`, with its own place when the text stands there as it is; without a `=` it
 * is empty and stands for the whole word.
 */
function tail(value: Value, key: string): Value {
  const from = key.length + 1;
  const resolved = value.resolved.slice(from);
  const { raw, place, entry } = value;
  const isWritten = raw.startsWith(`${key}=`) && place.end - place.start === raw.length;
  // Quotes that begin behind the key end behind the place: `KEY="text"`.
  const at = !isWritten ? 0 : raw.endsWith(resolved) ? raw.length - resolved.length : from;
  return textValue(raw.slice(at), resolved, { ...place, start: place.start + at }, entry);
}

function logOption(value: Value) {
  const name = value.resolved.split('=', 1)[0]!;
  return { name, value: tail(value, name), place: value.entry };
}

function environmentEntry(value: Value): EnvironmentEntry {
  const name = value.resolved.split('=', 1)[0]!;
  return { name, value: value.resolved.includes('=') ? tail(value, name) : undefined, place: value.entry };
}
