/** The files that a compose file is read with: `.env`, overrides, extended services, includes. */
import { fileName, resolveBeside, type WorkspaceFiles } from '../../files';
import { interpolate } from '../../model/interpolate';
import { type Place, UNKNOWN } from '../../model/value';
import type { EnvVariables } from '../env/env';
import { child, pairOf, type YamlMap, type YamlNode, type YamlPair } from '../yaml/yamlTree';
import { type ComposeDocuments, composeDocuments, inDocuments } from './composeDocuments';
import { mergeMaps } from './composeMerge';
import { servicesOf } from './composeRoot';

export interface Source {
  uri: string;
  text: string;
  yaml: ComposeDocuments;
}

export interface Project extends EnvVariables {
  files: WorkspaceFiles;
  sources: Map<string, Source>;
  /** An include that cannot be read may hold anything. */
  openInclude: boolean;
  /** `extends` that lead to nothing that can be read. */
  unreadBases: Place[];
  /** Files that are not there: told once. */
  missing: Set<string>;
}

export function projectOf(source: Source, files: WorkspaceFiles, env: EnvVariables): Project {
  return {
    files,
    ...env,
    sources: new Map([[source.uri, source]]),
    unreadBases: [],
    missing: new Set(),
    openInclude: inDocuments(source.yaml, 'include').some(({ place }) =>
      /https?:|git@|\$/.test(source.text.slice(place.start, place.end)),
    ),
  };
}

/** Undefined for a file that cannot be read. */
export function load(project: Project, uri: string): Source | undefined {
  const before = project.sources.get(uri);
  if (before) return before;
  const text = project.files.text(uri);
  if (typeof text !== 'string' || text.length > 2_000_000) return undefined;
  const source = { uri, text, yaml: composeDocuments(uri, text) };
  project.sources.set(uri, source);
  return source;
}

/** Null: there is no such file. Undefined: it cannot be read. */
export const rootOf = (project: Project, uri: string): YamlNode | null | undefined =>
  project.files.text(uri) === null ? null : load(project, uri)?.yaml.root;

/** The file that compose lays over by itself. */
export function overrideOf(project: Project, uri: string): Source[] {
  const stem = fileName(uri).replace(/\.ya?ml$/i, '');
  if (stem !== 'compose' && stem !== 'docker-compose') return [];
  for (const name of [`${stem}.override.yml`, `${stem}.override.yaml`]) {
    const beside = resolveBeside(uri, name);
    const source = beside && load(project, beside);
    if (source) return [source];
  }
  return [];
}

interface Extended {
  map: YamlMap;
  complete: boolean;
  /** The nearest first. */
  bases: YamlPair[];
}

/** The service with what it extends, as far as that can be read. */
export function extend(project: Project, source: Source, pair: YamlPair, seen: Set<string>): Extended {
  const map = pair.value as YamlMap;
  const extending = child(map, 'extends');
  if (!extending) return { map, complete: true, bases: [] };
  const id = `${source.uri}\n${pair.key}`;
  if (seen.has(id) || seen.size > 20) return { map, complete: false, bases: [] };
  seen.add(id);
  const scalar = (node: YamlNode | undefined) =>
    node?.kind === 'scalar' ? interpolate(node.text, project.lookup, '$$') : undefined;
  const name = extending.kind === 'map' ? scalar(child(extending, 'service')) : scalar(extending);
  const file = extending.kind === 'map' ? scalar(child(extending, 'file')) : undefined;
  const uri = file === undefined ? source.uri : resolveBeside(source.uri, file);
  const other = uri === undefined ? undefined : load(project, uri);
  const base = other && name !== undefined ? pairOf(servicesOf(other.yaml.root), name) : undefined;
  if (!other || base?.value.kind !== 'map') {
    const isMissing = other !== undefined || (uri !== undefined && project.files.text(uri) === null);
    const isNew = other !== undefined || !project.missing.has(uri!);
    if (isMissing && isNew && name !== undefined && !`${name}${file}`.includes(UNKNOWN))
      project.unreadBases.push(extending.place);
    if (isMissing && !other) project.missing.add(uri!);
    return { map, complete: false, bases: [] };
  }
  const extended = extend(project, other, base, seen);
  return { map: mergeMaps(extended.map, map), complete: extended.complete, bases: [base, ...extended.bases] };
}
