/**
 * The settings of Traefik, static and dynamic ones, as one list: from a YAML or TOML file, from the options
 * and variables of its container, from labels of others (doc.traefik.io/traefik/reference).
 */
import type { Container, EnvironmentEntry } from '../../model/container';
import { UNKNOWN } from '../../model/value';
import { parseYaml } from '../yaml/yaml';
import type { YamlNode } from '../yaml/yamlTree';
import type { TraefikSetting } from './traefikSetting';
import { isTraefikToml, tomlSettings } from './traefikToml';

export interface TraefikConfig {
  uri: string;
  settings: TraefikSetting[];
}

/** A file of Traefik's, by its keys. */
export const isTraefik = (text: string): boolean =>
  /^["']?entryPoints["']?:|^\[(?:entryPoints|http\.(?:routers|services|middlewares))[.\]]/im.test(text) ||
  (/^["']?https?["']?:/m.test(text) && /^[ \t]+["']?(?:routers|services|middlewares)["']?:/m.test(text));

/** Deeper settings than any that Traefik knows are left out. */
const MAX_DEPTH = 16;
/** What aliases name is read again at each of them: so many times in all, aliases of aliases grow fast. */
const MAX_REPEATS = 20_000;

/** Templates decide elsewhere. */
export const readTraefikConfig = (uri: string, text: string): TraefikConfig => ({
  uri,
  settings: /\{\{|\{%/.test(text)
    ? []
    : isTraefikToml(text)
      ? tomlSettings(uri, text)
      : settingsIn(parseYaml(uri, text).root),
});

function settingsIn(root: YamlNode | undefined): TraefikSetting[] {
  const settings: TraefikSetting[] = [];
  const seen = new Set<YamlNode>();
  let repeats = 0;
  const add = (node: YamlNode, path: string, depth: number) => {
    if (depth > MAX_DEPTH || (seen.has(node) && ++repeats > MAX_REPEATS)) return;
    seen.add(node);
    if (node.kind === 'scalar') settings.push({ path, value: node.text, place: node.place });
    else if (node.kind === 'list') for (const item of node.items) add(item, path, depth + 1);
    else if (node.pairs.length === 0) settings.push({ path, value: 'true', place: node.place });
    else for (const { key, value } of node.pairs) add(value, joined(path, key.toLowerCase()), depth + 1);
  };
  if (root) add(root, '', 0);
  return settings;
}

const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** What its container is started with: `--entryPoints.web.address=:80`, `TRAEFIK_ENTRYPOINTS_WEB_ADDRESS`. */
export const optionsOfTraefik = ({ command, environment }: Container): TraefikSetting[] => [
  ...command.flatMap(({ resolved, place }) =>
    resolved.split(/\s+/).flatMap((word) => {
      const [, path, value = 'true'] = /^--([\w.[\]-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
      return path === undefined ? [] : [{ path: withoutIndexes(path), value, place }];
    }),
  ),
  ...environment.flatMap(({ name, value, place }) =>
    /^TRAEFIK_/i.test(name)
      ? [{ path: name.slice('TRAEFIK_'.length).toLowerCase().replaceAll('_', '.'), value: textOf(value), place }]
      : [],
  ),
];

/** Labels that Traefik reads, `traefik.http.routers.web.rule`; none where it is told to leave them. */
export function labelsForTraefik({ labels }: Container): TraefikSetting[] {
  const own = labels.flatMap(({ name, value, place }) =>
    /^traefik\./i.test(name)
      ? [{ path: withoutIndexes(name.slice('traefik.'.length)), value: textOf(value), place }]
      : [],
  );
  return own.some(({ path, value }) => path === 'enable' && value.toLowerCase() === 'false') ? [] : own;
}

const textOf = (value: EnvironmentEntry['value']): string => value?.resolved ?? UNKNOWN;

/** `servers[0]` is an item of `servers`. */
const withoutIndexes = (path: string): string => path.toLowerCase().replaceAll(/\[\d{1,9}\]/g, '');
