/** The settings of the Docker daemon (daemon.json): JSON, read as the YAML that it also is. */
import { resolveBeside, type WorkspaceFiles } from '../files';
import type { Logging } from '../model/container';
import type { LogSettings } from '../model/logSettings';
import { type Edit, textValue, type Value } from '../model/value';
import { once } from '../once';
import { parseYaml } from './yaml/yaml';
import { child, pairOf, type YamlMap, type YamlNode } from './yaml/yamlTree';

export interface DaemonSettings {
  uri: string;
  text: string;
  root: YamlNode | undefined;
  /** Free of syntax errors: what a fix adds would be found again. */
  sound: boolean;
}

/** Never throws. */
export function readDaemonSettings(uri: string, text: string): DaemonSettings {
  const { root, problems } = parseYaml(uri, text);
  return { uri, text, root, sound: problems.length === 0 };
}

const NAMES = ['daemon.json', 'docker/daemon.json', 'etc/docker/daemon.json'];
const foundIn = once((_: WorkspaceFiles) => new Map<string, DaemonSettings | undefined>());

/**
 * The daemon's settings that lie beside a file or one folder up: what they say holds for every
 * container (fact T29).
 */
export function daemonBeside(uri: string, files: WorkspaceFiles): DaemonSettings | undefined {
  const known = foundIn(files);
  if (!known.has(uri)) known.set(uri, readBeside(uri, files));
  return known.get(uri);
}

function readBeside(uri: string, files: WorkspaceFiles): DaemonSettings | undefined {
  for (const name of [...NAMES, ...NAMES.map((n) => `../${n}`)]) {
    const beside = resolveBeside(uri, name);
    const text = beside === undefined ? undefined : files.text(beside);
    if (typeof text === 'string' && text.length < 1_000_000) return readDaemonSettings(beside!, text);
  }
  return undefined;
}

/** The text of a setting; undefined when it is not there or no text. */
export function daemonSetting({ text, root }: Pick<DaemonSettings, 'text' | 'root'>, key: string): Value | undefined {
  const pair = pairOf(root, key);
  if (pair?.value.kind !== 'scalar') return undefined;
  const { place } = pair.value;
  return textValue(text.slice(place.start, place.end), pair.value.text, place, pair.place);
}

/** `log-driver` and `log-opts`; undefined when neither is written. */
export function daemonLogging(settings: DaemonSettings): LogSettings | undefined {
  const { text, root, sound } = settings;
  const driver = daemonSetting(settings, 'log-driver');
  const options = child(root, 'log-opts');
  const anchor = pairOf(root, 'log-driver')?.keyPlace ?? pairOf(root, 'log-opts')?.keyPlace;
  if (!anchor) return undefined;
  const logging: Logging = {
    place: anchor,
    driver,
    options: (options?.kind === 'map' ? options.pairs : []).flatMap(({ key, place }) => {
      const value = daemonSetting({ text, root: options }, key);
      return value ? [{ name: key, value, place }] : [];
    }),
  };
  return {
    logging,
    name: undefined,
    engine: 'docker',
    replace: (value, newText) => [{ ...value.place, newText: JSON.stringify(newText) }],
    addOptions(added) {
      if (!sound) return undefined;
      const written = added.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
      if (options?.kind === 'map') return append(text, options, written);
      return root?.kind === 'map' && !options
        ? append(text, root, [`"log-opts": { ${written.join(', ')} }`])
        : undefined;
    },
  };
}

/**
 * Further settings behind the last one; undefined where the text has errors or is no JSON with
 * settings.
 */
export function addDaemonSettings(
  { text, root, sound }: DaemonSettings,
  pairs: readonly (readonly [string, unknown])[],
): Edit[] | undefined {
  if (!sound || root?.kind !== 'map') return undefined;
  return append(
    text,
    root,
    pairs.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`),
  );
}

/** Behind the last pair, set apart as the first one is. */
function append(text: string, map: YamlMap, written: readonly string[]): Edit[] | undefined {
  const [first, last] = [map.pairs[0], map.pairs.at(-1)];
  if (!first || !last) return undefined;
  const before = text.slice(map.place.start, first.place.start);
  const blank = before.slice(before.trimEnd().length) || ' ';
  const end = last.place.end;
  return [{ uri: last.place.uri, start: end, end, newText: written.map((w) => `,${blank}${w}`).join('') }];
}
