/** A merged compose service as a container. */
import { type Container, emptyContainer, type Limit } from '../../model/container';
import { parseCount, parseMemory } from '../../model/limit';
import { parsePortRange } from '../../model/port';
import { textValue, type Value, valueAs } from '../../model/value';
import { child, pairOf, type YamlMap, type YamlNode, type YamlPair } from '../yaml/yamlTree';
import { composeDevices, composeGpus } from './composeDevices';
import { composeMounts } from './composeMounts';
import { composePorts } from './composePorts';
import { asBoolean, keyValue, listValues, type ServiceReader } from './composeValues';
import { composeWriter } from './composeWriter';

const JOB_PROFILE =
  /(^|[-_])(debug|dev|test|tests|tool|tools|job|jobs|cli|migrate|migration|seed|init|setup|manual|oneshot)($|[-_])/i;

/** `jobs`: services that others wait for to complete. */
export function readService(
  reader: ServiceReader,
  name: string,
  pair: YamlPair,
  map: YamlMap,
  jobs: ReadonlySet<string>,
): Container {
  const container = emptyContainer('compose', pair.keyPlace, composeWriter(reader.service));
  const text = (key: string) => keyValue(reader, map, key);
  const list = (key: string) => listValues(reader, map, key);
  const deploy = child(map, 'deploy');
  const build = child(map, 'build');
  container.name = name;
  container.built = build !== undefined;
  const buildPrivileged = keyValue(reader, build, 'privileged');
  container.build = {
    privileged: buildPrivileged && valueAs(buildPrivileged, asBoolean),
    entitlements: listValues(reader, build, 'entitlements'),
    network: keyValue(reader, build, 'network'),
    args: environmentOf(reader, build, 'args'),
  };
  container.image = text('image');
  container.platform = text('platform');
  container.user = text('user');
  const privileged = text('privileged');
  container.privileged = privileged && valueAs(privileged, asBoolean);
  const readOnly = text('read_only');
  container.readOnly = readOnly && valueAs(readOnly, asBoolean);
  container.capAdd = list('cap_add');
  container.capDrop = list('cap_drop');
  container.securityOpt = list('security_opt');
  container.ports = composePorts(reader, map);
  container.exposed = list('expose').map((v) => valueAs(v, (s) => parsePortRange(s.split('/', 1)[0]!)));
  container.mounts = composeMounts(reader, map);
  // `net`, `log_driver` and `log_opt` are version 1's.
  container.networkMode = text('network_mode') ?? text('net');
  container.networks = networkNames(reader, map);
  container.pid = text('pid');
  container.ipc = text('ipc');
  container.uts = text('uts');
  container.userns = text('userns_mode');
  container.cgroup = text('cgroup');
  container.cgroupParent = text('cgroup_parent');
  container.devices = composeDevices(reader, map);
  container.deviceCgroupRules = list('device_cgroup_rules');
  container.gpus = composeGpus(reader, map);
  const limits = child(child(deploy, 'resources'), 'limits');
  container.memory = limitsOf(
    parseMemory,
    [text('mem_limit'), 'mem_limit'],
    [keyValue(reader, limits, 'memory'), 'deploy.resources.limits.memory'],
  );
  container.cpus = limitsOf(
    parseCount,
    [text('cpus'), 'cpus'],
    [text('cpu_quota'), 'cpu_quota'],
    [keyValue(reader, limits, 'cpus'), 'deploy.resources.limits.cpus'],
  );
  container.pids = limitsOf(
    parseCount,
    [text('pids_limit'), 'pids_limit'],
    [keyValue(reader, limits, 'pids'), 'deploy.resources.limits.pids'],
  );
  const swarmRestart = text('restart') ? undefined : restartPolicy(reader, deploy);
  container.restart = text('restart') ?? swarmRestart;
  container.swarmRestart = swarmRestart !== undefined;
  const target = keyValue(reader, build, 'target')?.known ?? '';
  container.development =
    child(map, 'develop') !== undefined || /^(dev|devel|develop|development|debug|local)$/i.test(target);
  container.healthcheck = healthcheckOf(reader, map);
  container.logging = loggingOf(reader, map);
  container.environment = environmentOf(reader, map, 'environment');
  container.labels = [
    ...environmentOf(reader, map, 'labels'),
    ...environmentOf(reader, child(map, 'deploy'), 'labels'),
  ];
  container.envFiles = envFilesOf(reader, map);
  container.command = list('command');
  container.entrypoint = list('entrypoint');
  container.hooks = hooksOf(reader, map);
  const apiSocket = text('use_api_socket');
  container.apiSocket = apiSocket && valueAs(apiSocket, asBoolean);
  container.server = !isJob(reader, name, map, deploy, jobs);
  return container;
}

function limitsOf(parse: (text: string) => number | undefined, ...found: [Value | undefined, string][]): Limit[] {
  return found.flatMap(([value, from]) => (value ? [{ amount: valueAs(value, parse), from }] : []));
}

/** `deploy.restart_policy` in the words of `restart`. */
function restartPolicy(reader: ServiceReader, deploy: YamlNode | undefined): Value | undefined {
  const pair = pairOf(deploy, 'restart_policy');
  if (pair?.value.kind !== 'map') return undefined;
  const condition = keyValue(reader, pair.value, 'condition');
  const attempts = keyValue(reader, pair.value, 'max_attempts')?.resolved;
  const meant = condition?.resolved ?? 'any';
  const text =
    meant === 'any' ? 'always' : meant === 'none' ? 'no' : attempts === undefined ? meant : `${meant}:${attempts}`;
  return textValue(condition?.raw ?? '', text, condition?.place ?? pair.keyPlace, pair.place);
}

function networkNames(reader: ServiceReader, map: YamlMap): Value[] {
  const node = child(map, 'networks');
  if (node?.kind !== 'map') return listValues(reader, map, 'networks');
  return node.pairs.map((p) => textValue(p.key, p.key, p.keyPlace, p.place));
}

function healthcheckOf(reader: ServiceReader, map: YamlMap): Container['healthcheck'] {
  const pair = pairOf(map, 'healthcheck');
  if (!pair) return undefined;
  const disable = keyValue(reader, pair.value, 'disable');
  const test = listValues(reader, pair.value, 'test');
  const disabled = (disable && asBoolean(disable.resolved) === true) || test[0]?.known === 'NONE';
  return { place: pair.keyPlace, disabled, test: test[0], words: test };
}

function loggingOf(reader: ServiceReader, map: YamlMap): Container['logging'] {
  const pair = pairOf(map, 'logging') ?? pairOf(map, 'log_driver') ?? pairOf(map, 'log_opt');
  if (!pair) return undefined;
  const isOld = pair.key !== 'logging';
  const options = isOld ? child(map, 'log_opt') : child(pair.value, 'options');
  return {
    place: pair.keyPlace,
    driver: isOld ? keyValue(reader, map, 'log_driver') : keyValue(reader, pair.value, 'driver'),
    options: (options?.kind === 'map' ? options.pairs : []).flatMap((p) => {
      const value = keyValue(reader, options, p.key);
      return value ? [{ name: p.key, value, place: p.place }] : [];
    }),
  };
}

function environmentOf(reader: ServiceReader, map: YamlNode | undefined, key: string): Container['environment'] {
  const node = child(map, key);
  if (node?.kind !== 'map') return listValues(reader, map, key).map(environmentItem);
  const hasValue = ({ value }: YamlPair) => value.kind === 'scalar' && !value.isNull;
  let known = reader.environments.get(node);
  if (!known) {
    const owners: ServiceReader['service']['owners'] = new Map();
    const inside: ServiceReader = { ...reader, service: { ...reader.service, owners } };
    const entries = node.pairs.map((p) => ({
      name: p.key,
      value: hasValue(p) ? keyValue(inside, node, p.key) : undefined,
      place: p.place,
    }));
    known = { entries, owners };
    reader.environments.set(node, known);
  }
  reader.service.sharedOwners.push(known.owners);
  return known.entries;
}

/**
 * `NAME=value` as it stands in a list; the value gets its own place when the name stands there in
 * plain text.
 */
function environmentItem(item: Value): Container['environment'][number] {
  const equals = item.resolved.indexOf('=');
  const name = equals < 0 ? item.resolved : item.resolved.slice(0, equals);
  if (equals < 0) return { name, value: undefined, place: item.place };
  const quote = /^["']/.exec(item.raw)?.[0] ?? '';
  const front = `${quote}${name}=`;
  const resolved = item.resolved.slice(equals + 1);
  if (!item.raw.startsWith(front))
    return { name, value: textValue(item.raw, resolved, item.place, item.entry), place: item.place };
  const [start, end] = [item.place.start + front.length, item.place.end - quote.length];
  const place = { ...item.place, start, end: Math.max(start, end) };
  return {
    name,
    value: textValue(item.raw.slice(front.length, item.raw.length - quote.length), resolved, place, item.entry),
    place: item.place,
  };
}

/** Texts, and maps with a `path` (fact T26). */
function envFilesOf(reader: ServiceReader, map: YamlMap): Value[] {
  const node = child(map, 'env_file');
  const maps = (node?.kind === 'list' ? node.items : []).flatMap((item) => keyValue(reader, item, 'path') ?? []);
  return [...listValues(reader, map, 'env_file'), ...maps];
}

function hooksOf(reader: ServiceReader, map: YamlMap): Container['hooks'] {
  return ['post_start', 'pre_start', 'pre_stop', 'post_stop'].flatMap((key) => {
    const hooks = child(map, key);
    return (hooks?.kind === 'list' ? hooks.items : []).map((hook) => {
      const privileged = keyValue(reader, hook, 'privileged');
      return {
        place: hook.place,
        user: keyValue(reader, hook, 'user'),
        privileged: privileged && valueAs(privileged, asBoolean),
      };
    });
  });
}

/** `initialize_db`, `db-migrations`: by its name it does one thing and ends. */
const IS_JOB =
  /^(?:init|initiali[sz]e|migrate|seed|create[-_]?buckets?)(?:[-_]|$)|[-_](?:init|initiali[sz]er?|migrat(?:e|or|ions?)|seed(?:er)?)$/i;

function isJob(
  reader: ServiceReader,
  name: string,
  map: YamlMap,
  deploy: YamlNode | undefined,
  jobs: ReadonlySet<string>,
): boolean {
  const restart = (keyValue(reader, map, 'restart') ?? restartPolicy(reader, deploy))?.resolved.toLowerCase();
  const scale = keyValue(reader, map, 'scale')?.known ?? keyValue(reader, deploy, 'replicas')?.known;
  const mode = keyValue(reader, deploy, 'mode')?.known ?? '';
  const profiles = listValues(reader, map, 'profiles');
  return (
    jobs.has(name) ||
    (restart === undefined && IS_JOB.test(name) && !child(map, 'ports') && !child(map, 'healthcheck')) ||
    restart === 'no' ||
    restart === 'false' ||
    scale === '0' ||
    mode.endsWith('-job') ||
    profiles.some((p) => JOB_PROFILE.test(p.resolved))
  );
}
