/**
 * Where agents send what they read: Promtail, Filebeat, Fluent Bit (both syntaxes), Alloy, Vector in
 * YAML; linear and never throws.
 */
import type { LogForward } from '../../model/logForward';
import { isOwnAddress } from '../../model/loopback';
import type { Place } from '../../model/value';
import { linesIn } from '../text/lines';
import { parseYaml } from '../yaml/yaml';
import { child, itemsOf, type YamlNode, type YamlScalar } from '../yaml/yamlTree';
import { alloyTargets, isAlloy } from './alloyTargets';

export const isPromtail = (text: string): boolean => /^clients?:/m.test(text) && /^scrape_configs:/m.test(text);
export const isFilebeat = (text: string): boolean =>
  /^["']?filebeat(?:\.(?:inputs|modules|autodiscover|config)|["']?:)/m.test(text);
export const isFluentBit = (text: string): boolean =>
  /^[ \t]*\[OUTPUT\]/im.test(text) || (/^pipeline:/m.test(text) && /^[ \t]+outputs:/m.test(text));

export const isVector = (text: string): boolean => /^sinks:/m.test(text) && /^sources:/m.test(text);

/** Files and sources that hold the records of logins. */
const AUTH =
  /\/var\/log\/(?:auth\.log|secure|\*|\*\*|messages|syslog)|\/var\/log\/?["'\s]|\bjournal(?:d|:)?\b|systemd|\bmodule: *["']?(?:system|auditd)|syslog/;

/** Never throws. */
export function agentForwards(uri: string, text: string): LogForward[] {
  if (/\{%|<%/.test(text)) return [];
  const targets = targetsIn(uri, text);
  const carriesAuth = AUTH.test(text);
  return targets.map((target) => ({
    place: target.place,
    selectedAt: target.place,
    host: target.host,
    isLocal: isOwnAddress(target.host),
    isEncrypted: isName(target.host) && target.isEncrypted === false ? undefined : target.isEncrypted,
    carriesAuth,
  }));
}

function targetsIn(uri: string, text: string): Target[] {
  if (/^[ \t]*\[OUTPUT\]/im.test(text)) return classicTargets(uri, text);
  if (isAlloy(text)) return alloyTargets(uri, text).map(({ address, place }) => targetOf(address, place, undefined));
  return yamlTargets(uri, text);
}

interface Target {
  place: Place;
  host: string;
  isEncrypted: boolean | undefined;
}

/** A name of a container beside it, whose network may be this host's own. */
const isName = (host: string): boolean => /^(?:\w+:\/\/)?(?:[\w-]+|\$\{?\w.*|\{\{.*)(?::\d+)?(?:\/|$)/.test(host);

function yamlTargets(uri: string, text: string): Target[] {
  const { root } = parseYaml(uri, text);
  if (isPromtail(text)) {
    const clients = child(root, 'clients') ?? child(root, 'client');
    return itemsOf(clients).flatMap((each) => targetAt(child(each, 'url'), undefined));
  }
  if (isFilebeat(text)) return filebeatTargets(root);
  if (isVector(text)) return pairsOf(child(root, 'sinks')).flatMap(vectorTargets);
  return isFluentBit(text) ? itemsOf(child(child(root, 'pipeline'), 'outputs')).flatMap(fluentBitTarget) : [];
}

const pairsOf = (node: YamlNode | undefined): readonly YamlNode[] =>
  node?.kind === 'map' ? node.pairs.map(({ value }) => value) : [];

/** Sinks that keep records here, or count them. */
const NO_RECORDS = /^(?:console|file|blackhole|prometheus_\w+|statsd|unix)$/i;

function vectorTargets(sink: YamlNode): Target[] {
  const type = child(sink, 'type');
  if (type?.kind !== 'scalar' || NO_RECORDS.test(type.text)) return [];
  const isTls = isScalar(child(child(sink, 'tls'), 'enabled'), /^true$/i) ? true : undefined;
  // Its own protocols are without TLS unless it is switched on; others may have it by their nature.
  const otherwise = isTls ?? (/^(?:socket|vector|kafka|redis|syslog|papertrail)$/i.test(type.text) ? false : undefined);
  return ['endpoint', 'endpoints', 'address', 'uri', 'bootstrap_servers', 'url'].flatMap((key) =>
    itemsOf(child(sink, key)).flatMap((node) => targetAt(node, otherwise)),
  );
}

/** What an address says of TLS; `otherwise`: what it is where the address does not tell. */
function targetAt(node: YamlNode | undefined, otherwise: boolean | undefined): Target[] {
  if (node?.kind !== 'scalar' || node.isNull) return [];
  return [targetOf(node.text, node.place, otherwise)];
}

function targetOf(address: string, place: Place, otherwise: boolean | undefined): Target {
  const isEncrypted = /^https:/i.test(address) ? true : /^http:/i.test(address) ? false : otherwise;
  return { place, host: address.replace(/\/\/[^/@\s]*@/, '//'), isEncrypted };
}

/** The node under `output.logstash.hosts`, whose keys may stand in one. */
function dotted(node: YamlNode | undefined, path: readonly string[]): YamlNode | undefined {
  if (path.length === 0) return node;
  if (node?.kind !== 'map') return undefined;
  for (let n = path.length; n > 0; n--) {
    const found = dotted(child(node, path.slice(0, n).join('.')), path.slice(n));
    if (found) return found;
  }
  return undefined;
}

const OUTPUTS = ['elasticsearch', 'logstash', 'kafka', 'redis'];

function filebeatTargets(root: YamlNode | undefined): Target[] {
  return OUTPUTS.flatMap((output) => {
    const of = (...path: string[]) => dotted(root, ['output', output, ...path]);
    const hosts = of('hosts');
    const isOff = isScalar(of('enabled'), /^false$/i);
    const isTls =
      isScalar(of('protocol'), /^https$/i) ||
      isScalar(of('ssl', 'enabled'), /^true$/i) ||
      hasTls(of('ssl'), of('ssl', 'certificate_authorities'));
    return isOff
      ? []
      : itemsOf(hosts).flatMap((host) => targetAt(host, isTls && !isScalar(of('ssl', 'enabled'), /^false$/i)));
  });
}

const hasTls = (...nodes: (YamlNode | undefined)[]): boolean => nodes.some((node) => node !== undefined);
const isScalar = (node: YamlNode | undefined, pattern: RegExp): node is YamlScalar =>
  node?.kind === 'scalar' && pattern.test(node.text);

/** Outputs that go to another machine. */
const REMOTE =
  /^(?:forward|es|opensearch|loki|syslog|http|splunk|gelf|tcp|kafka|kafka-rest|influxdb|datadog|newrelic)$/i;

function fluentBitTarget(output: YamlNode): Target[] {
  const of = (key: string) =>
    output.kind === 'map' ? output.pairs.find((pair) => pair.key.toLowerCase() === key)?.value : undefined;
  const isTls = isScalar(of('tls'), /^(?:on|true|yes)$/i) || isScalar(of('mode'), /^tls$/i);
  return isScalar(of('name'), REMOTE) ? targetAt(of('host') ?? of('brokers'), isTls) : [];
}

/** Longer lines are data. */
const LONGEST = 2000;
const SECTION = /^[ \t]*\[([A-Za-z_]+)\]/;
const ENTRY = /^[ \t]+([\w.]+)[ \t]+(\S.*?)[ \t\r]*$/;

/** `[OUTPUT]` with an entry a line. */
function classicTargets(uri: string, text: string): Target[] {
  const out: Target[] = [];
  let entries: Map<string, { value: string; place: Place }> | undefined;
  const close = () => {
    const host = entries?.get('host') ?? entries?.get('brokers');
    const is = (key: string, pattern: RegExp) => pattern.test(entries?.get(key)?.value ?? '');
    if (host && is('name', REMOTE))
      out.push({
        place: host.place,
        host: host.value,
        isEncrypted: is('tls', /^(?:on|true|yes)$/i) || is('mode', /^tls$/i),
      });
    entries = undefined;
  };
  for (const { text: whole, at } of linesIn(text)) {
    const line = whole.slice(0, LONGEST);
    const section = SECTION.exec(line)?.[1];
    const entry = ENTRY.exec(line);
    if (section !== undefined) {
      close();
      if (/^output$/i.test(section)) entries = new Map();
    } else if (entries && entry && !line.trimStart().startsWith('#')) {
      const start = at + line.lastIndexOf(entry[2]!);
      const place = { uri, start, end: start + entry[2]!.length };
      entries.set(entry[1]!.toLowerCase(), { value: entry[2]!, place });
    }
  }
  close();
  return out;
}
