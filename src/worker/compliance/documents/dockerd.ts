/** What the Docker daemon is told, in `daemon.json` or behind `dockerd`: the same options. */
import type { Logging } from '../model/container';
import type { LogSettings } from '../model/logSettings';
import { type Edit, type Place, placeIn, textValue, UNKNOWN, type Value } from '../model/value';
import { once } from '../once';
import { valueIn } from '../valueIn';
import { type DaemonSettings, daemonLogging } from './daemonJson';
import type { Script } from './shell/script';
import type { ShellCommand, ShellWord } from './shell/shellTypes';
import { insertAfter, removeWord, replaceWord } from './shell/wordEdits';
import type { YamlNode } from './yaml/yamlTree';

export interface DockerdOption {
  /** As `daemon.json` names it: `hosts`, `tlsverify`. */
  name: string;
  /** Of a list one option each. Undefined where a variable hides it. */
  value: string | undefined;
  /** Of the value; of a switch of the command line the whole of it. */
  place: Place;
  /** Takes it out; undefined where that cannot be written. */
  remove(): Edit[] | undefined;
  /** Writes another value. */
  set(value: string): Edit[] | undefined;
}

export interface Dockerd {
  uri: string;
  /** Where it is told: a command or a file. */
  place: Place;
  isFile: boolean;
  /** A unit of systemd, or the variables of one, start it: the daemon of the host, as the file is. */
  isOfHost: boolean;
  options: DockerdOption[];
  /** Where the logs of all containers go; undefined where nothing is said. */
  logging(): LogSettings | undefined;
}

/** The values of an option, in order. */
export const dockerdValues = ({ options }: Dockerd, name: string): DockerdOption[] =>
  options.filter((option) => option.name === name);

export const isOn = (dockerd: Dockerd, name: string): boolean =>
  dockerdValues(dockerd, name).some(({ value }) => value === 'true');

export const dockerdOfFile = once((settings: DaemonSettings): Dockerd => {
  const { uri, text, root } = settings;
  const pairs = root?.kind === 'map' ? root.pairs : [];
  const isJson = /^\s*\{/.test(text);
  const options = pairs.flatMap((pair): DockerdOption[] => {
    const items: readonly YamlNode[] = pair.value.kind === 'list' ? pair.value.items : [pair.value];
    const remove = (item: YamlNode) =>
      items.length > 1
        ? removeFrom({ uri, text }, items, items.indexOf(item))
        : removeFrom({ uri, text }, pairs, pairs.indexOf(pair));
    return items.flatMap((item) =>
      item.kind === 'scalar'
        ? {
            name: pair.key,
            value: item.text.includes(UNKNOWN) ? undefined : item.text,
            place: item.place,
            remove: () => (isJson ? remove(item) : undefined),
            set: (value) => [
              { ...item.place, newText: /^(?:true|false)$/.test(value) ? value : JSON.stringify(value) },
            ],
          }
        : [],
    );
  });
  const place = { uri, start: 0, end: Math.max(0, text.search(/\n|$/)) };
  return { uri, place, isFile: true, isOfHost: false, options, logging: () => daemonLogging(settings) };
});

/**
 * One of several in JSON, with the comma that sets it apart; undefined where it is not written as
 * JSON.
 */
function removeFrom(
  { uri, text }: { uri: string; text: string },
  all: readonly { place: Place }[],
  at: number,
): Edit[] | undefined {
  const { start, end } = all[at]!.place;
  const [before, after] = [all[at - 1], all[at + 1]];
  if (before) return [{ uri, start: before.place.end, end, newText: '' }];
  if (after) return [{ uri, start, end: after.place.start, newText: '' }];
  const from = start - /\s*$/.exec(text.slice(Math.max(0, start - 200), start))![0].length;
  const to = end + /^\s*/.exec(text.slice(end, end + 200))![0].length;
  return [{ uri, start: from, end: to, newText: '' }];
}

/** Long names of the command line that are others in the file. */
const NAMES: Record<string, string> = {
  host: 'hosts',
  'insecure-registry': 'insecure-registries',
  'registry-mirror': 'registry-mirrors',
  'storage-opt': 'storage-opts',
  'log-opt': 'log-opts',
  label: 'labels',
  'authorization-plugin': 'authorization-plugins',
  'default-network-opt': 'default-network-opts',
};
const SHORT: Record<string, string> = { H: 'hosts', D: 'debug', l: 'log-level', s: 'storage-driver' };
/** Those without a value of their own. */
const SWITCHES = new Set([
  ...['debug', 'experimental', 'icc', 'ip-forward', 'ip-masq', 'ip6tables', 'iptables', 'ipv6', 'live-restore'],
  ...['no-new-privileges', 'raw-logs', 'rootless', 'selinux-enabled', 'tls', 'tlsverify', 'userland-proxy'],
]);

export function dockerdOfCommands(script: Script): Dockerd[] {
  return script.commands.flatMap((command) => {
    const { name, words } = command;
    const isOld = name === 'docker' && words[1]?.known === 'daemon';
    if (name !== 'dockerd' && !isOld) return [];
    const options = optionsOfWords(script, command, words.slice(isOld ? 2 : 1));
    return [
      {
        uri: script.uri,
        place: placeIn(script, words[0]!),
        isFile: false,
        isOfHost: script.kind === 'systemd' || script.kind === 'daemon',
        options,
        logging: () => loggingOf(script, command, options),
      },
    ];
  });
}

function loggingOf(script: Script, command: ShellCommand, options: readonly DockerdOption[]): LogSettings | undefined {
  const first = options.find(({ name }) => name === 'log-driver' || name === 'log-opts');
  if (!first) return undefined;
  const asValue = ({ place }: DockerdOption, resolved: string): Value =>
    textValue(script.text.slice(place.start, place.end), resolved, place);
  const driver = options.findLast(({ name }) => name === 'log-driver');
  const logging: Logging = {
    place: first.place,
    driver: driver && asValue(driver, driver.value ?? UNKNOWN),
    options: options.flatMap((option) => {
      const equals = option.name === 'log-opts' ? (option.value ?? '').indexOf('=') : -1;
      if (equals < 0) return [];
      const value = asValue(option, option.value!.slice(equals + 1));
      return [{ name: option.value!.slice(0, equals), value, place: option.place }];
    }),
  };
  const last = command.words.at(-1)!;
  return {
    logging,
    name: undefined,
    engine: 'docker',
    replace: () => undefined,
    addOptions: (added) =>
      insertAfter(script, command, last, added.map(([name, value]) => `--log-opt ${name}=${value}`).join(' ')),
  };
}

function optionsOfWords(script: Script, command: ShellCommand, words: readonly ShellWord[]): DockerdOption[] {
  const out: DockerdOption[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    const [, long, short, joined] = /^(?:--([a-z][\w-]*)|-([A-Za-z]))(?:=?(.*))$/s.exec(word.resolved) ?? [];
    const name = long ? (valueIn(NAMES, long) ?? long) : valueIn(SHORT, short ?? '');
    if (name === undefined) continue;
    const isSwitch = SWITCHES.has(name);
    const isJoined = word.resolved.includes('=') || (short !== undefined && joined !== '' && !isSwitch);
    const next = isSwitch || isJoined ? undefined : words[++at];
    const value = isJoined ? (word.known === undefined ? undefined : joined) : isSwitch ? 'true' : next?.known;
    const first = placeIn(script, word);
    const last = placeIn(script, next ?? word);
    const parts = next ? [next, word] : [word];
    out.push({
      name,
      value,
      place: { ...first, end: last.end },
      remove() {
        const edits = parts.map((part) => removeWord(script, command, part));
        return edits.some((edit) => edit === undefined) ? undefined : edits.flatMap((edit) => edit!);
      },
      set: (text) => (long && !next ? replaceWord(script, command, word, `--${long}=${text}`) : undefined),
    });
  }
  return out;
}

/** Whether a `-H` address is one of the network that others reach; a missing host is loopback. */
export function isOpenHost(address: string): boolean {
  const host = /^tcp:\/\/(\[[^\]]*\]|[^:/]*)/i.exec(address)?.[1];
  return host !== undefined && host !== '' && !/^(?:localhost|127\.[\d.]+|\[::1\])$/i.test(host);
}
