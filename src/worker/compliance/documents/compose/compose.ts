/**
 * Reads a compose file with what belongs to it: `.env`, override, extended services, anchors (facts
 * T8 to T12).
 */
import { fileName, resolveBeside, type WorkspaceFiles } from '../../files';
import type { Container } from '../../model/container';
import { isDevelopmentFile } from '../../model/developmentFile';
import { interpolate } from '../../model/interpolate';
import { type Place, textValue, UNKNOWN } from '../../model/value';
import { type EnvVariables, envBeside } from '../env/env';
import type { Excerpt } from '../text/excerpt';
import {
  child,
  pairOf,
  parseYaml,
  type TextPart,
  type YamlMap,
  type YamlNode,
  type YamlPair,
  type YamlText,
} from '../yaml/yaml';
import { type ComposeBase, composeBase } from './composeBase';
import { mergeMaps } from './composeMerge';
import { networkUses } from './composeNetworks';
import { servicesOf } from './composeRoot';
import { readService } from './composeService';
import { anchorSources, serviceSource } from './composeSources';
import { composeText } from './composeText';
import { listValues, type ServiceReader, scalarValue } from './composeValues';
import { resolveVolume } from './composeVolumes';

export interface ComposeFile extends Pick<EnvVariables, 'setAt'> {
  containers: Container[];
  root: YamlNode | undefined;
  problems: ComposeProblem[];
  inline: InlineDockerfile[];
}

/** A place that was not judged: `word` names what, `file` the file that the reason lies in. */
export interface ComposeProblem {
  code: string;
  place: Place;
  word?: string;
  file?: string;
}

/** A `dockerfile_inline`. */
export interface InlineDockerfile {
  target: string | undefined;
  /** Literal lines without `$$`, as they stand in the file. */
  lines: { text: string; base: number; indent: number } | undefined;
  /** The text as compose hands it on. */
  excerpt: Excerpt;
}

interface Source {
  uri: string;
  text: string;
  yaml: YamlText;
}

/** `part`: an excerpt in a document of another kind. */
export function readCompose(uri: string, text: string, files: WorkspaceFiles, part?: TextPart): ComposeFile {
  const source: Source = { uri, text, yaml: parseYaml(uri, text, part) };
  const services = servicesOf(source.yaml.root);
  const out: ComposeFile = {
    containers: [],
    root: source.yaml.root,
    problems: source.yaml.problems,
    inline: [],
    setAt: () => undefined,
  };
  if (!services) return out;
  const project = projectOf(source, files);
  out.setAt = project.setAt;
  const listed = listedFiles(project, uri);
  const base = composeBase(uri, listed?.before, (other) => rootOf(project, other));
  const overlays = listed ? listed.after : base ? [] : overrideOf(project, uri);
  const laidOver: YamlPair[] = [];
  const environments: ServiceReader['environments'] = new Map();
  const jobs = jobsOf(services);
  const { root, problems } = source.yaml;
  const sound = problems.length === 0 && services !== root;
  const file = { uri, text, end: part?.end ?? text.length, root, lookup: project.lookup, sound };
  for (const pair of services.pairs) {
    if (pair.value.kind !== 'map') continue;
    const extended = extend(project, source, pair, new Set());
    const layers = overlays.flatMap((over) => pairOf(servicesOf(over.yaml.root), pair.key) ?? []);
    const map = layers.reduce(
      (under, { value }) => (value.kind === 'map' ? mergeMaps(under, value) : under),
      extended.map,
    );
    const reader: ServiceReader = {
      lookup: project.lookup,
      service: { uri, text, shared: source.yaml.shared, pair, owners: new Map(), sharedOwners: [], file },
      textOf: (other) => project.sources.get(other)?.text ?? '',
      environments,
    };
    const container = readService(reader, pair.key, pair, map, jobs);
    const begun = base?.begins(pair.key) === true && !extended.bases.some((b) => b.key === pair.key);
    if (begun) laidOver.push(pair);
    container.complete =
      !begun && extended.complete && !project.openInclude && (container.image !== undefined || container.built);
    container.sources = [
      ...anchorSources(pair),
      ...[...extended.bases, ...layers].flatMap((service) => [serviceSource(service), ...anchorSources(service)]),
    ];
    container.mounts = container.mounts.map((mount) => resolveVolume(source.yaml.root, project.lookup, mount));
    if (!container.networkMode) {
      container.networkUses = networkUses(file, container.networks, textValue('default', 'default', pair.keyPlace));
    }
    readBuild(reader, out, container, map);
    out.containers.push(container);
  }
  out.problems = [
    ...out.problems,
    ...project.unreadBases.map((place) => ({ code: 'UNREAD_BASE', place })),
    ...unjudged(base, laidOver),
  ];
  return out;
}

/** One notice per file for the services that another file begins. */
function unjudged(base: ComposeBase | undefined, services: readonly YamlPair[]): ComposeProblem[] {
  const [first] = services;
  // On one's own machine alone a file of that name is the usual way.
  if (!first || (base?.file === undefined && isDevelopmentFile(first.place.uri))) return [];
  const names = services.slice(0, 5).map((s) => s.key);
  const word = names.join(', ') + (services.length > names.length ? ', …' : '');
  return [{ code: base?.file === undefined ? 'NO_BASE' : 'LAID_OVER', place: first.keyPlace, word, file: base?.file }];
}

/** Null: there is no such file. Undefined: it cannot be read. */
const rootOf = (project: Project, uri: string): YamlNode | null | undefined =>
  project.files.text(uri) === null ? null : load(project, uri)?.yaml.root;

interface Project extends EnvVariables {
  files: WorkspaceFiles;
  sources: Map<string, Source>;
  /** An include that cannot be read may hold anything. */
  openInclude: boolean;
  /** `extends` that lead to nothing that can be read. */
  unreadBases: Place[];
  /** Files that are not there: told once. */
  missing: Set<string>;
}

function projectOf(source: Source, files: WorkspaceFiles): Project {
  const include = child(source.yaml.root, 'include');
  return {
    files,
    ...envBeside(source.uri, files),
    sources: new Map([[source.uri, source]]),
    unreadBases: [],
    missing: new Set(),
    openInclude:
      include !== undefined && /https?:|git@|\$/.test(source.text.slice(include.place.start, include.place.end)),
  };
}

function load(project: Project, uri: string): Source | undefined {
  const before = project.sources.get(uri);
  if (before) return before;
  const text = project.files.text(uri);
  if (typeof text !== 'string' || text.length > 2_000_000) return undefined;
  const source = { uri, text, yaml: parseYaml(uri, text) };
  project.sources.set(uri, source);
  return source;
}

/**
 * What `COMPOSE_FILE` in `.env` lays over this file, and which files lie under it; undefined when
 * it is not named there.
 */
function listedFiles(project: Project, uri: string): { before: (string | undefined)[]; after: Source[] } | undefined {
  const list = project.lookup('COMPOSE_FILE');
  if (list === undefined) return undefined;
  const uris = list
    .split(project.lookup('COMPOSE_PATH_SEPARATOR') ?? /[:;]/)
    .map((name) => resolveBeside(uri, name.trim()));
  const at = uris.indexOf(uri);
  return at < 0
    ? undefined
    : {
        before: uris.slice(0, at),
        after: uris.slice(at + 1).flatMap((next) => (next === undefined ? undefined : load(project, next)) ?? []),
      };
}

/** The file that compose lays over by itself. */
function overrideOf(project: Project, uri: string): Source[] {
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
function extend(project: Project, source: Source, pair: YamlPair, seen: Set<string>): Extended {
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

/** Services that others wait for to finish: jobs, not servers. */
function jobsOf(services: YamlMap): Set<string> {
  const jobs = new Set<string>();
  for (const { value } of services.pairs) {
    const needs = child(value, 'depends_on');
    for (const need of needs?.kind === 'map' ? needs.pairs : []) {
      const condition = child(need.value, 'condition');
      if (condition?.kind === 'scalar' && condition.text === 'service_completed_successfully') jobs.add(need.key);
    }
  }
  return jobs;
}

function readBuild(reader: ServiceReader, out: ComposeFile, container: Container, map: YamlMap): void {
  const build = child(map, 'build');
  if (!build) return;
  const { uri, text } = reader.service;
  const scalar = (key: string) => scalarValue(reader, child(build, key))?.known;
  const context = build.kind === 'scalar' ? scalarValue(reader, build)?.known : (scalar('context') ?? '.');
  const target = scalar('target');
  const inline = child(build, 'dockerfile_inline');
  if (inline?.kind === 'scalar') {
    if (inline.place.uri !== uri) return;
    const escaped = text.slice(inline.place.start, inline.place.end).includes('$$');
    out.inline.push({
      target,
      lines: escaped ? undefined : blockBody(text, inline.place),
      excerpt: composeText(text, inline.place),
    });
    return;
  }
  if (context === undefined) return;
  // Version 1 names it beside `build`.
  const named = [build, map].find((node) => child(node, 'dockerfile'));
  const name = named ? scalarValue(reader, child(named, 'dockerfile'))?.known : 'Dockerfile';
  const dockerfile = name === undefined ? undefined : resolveBeside(uri, `${context.replace(/\/$/, '')}/${name}`);
  if (dockerfile) container.dockerfile = { uri: dockerfile, target, args: argsOf(reader, build) };
}

function argsOf(reader: ServiceReader, build: YamlNode): Record<string, string | undefined> {
  const args = child(build, 'args');
  if (args?.kind === 'map')
    return Object.fromEntries(args.pairs.map((p) => [p.key, scalarValue(reader, p.value)?.known]));
  return Object.fromEntries(
    listValues(reader, build, 'args').map(({ resolved, known }) => [
      resolved.split('=', 1)[0]!,
      known?.split('=').slice(1).join('='),
    ]),
  );
}

/**
 * The lines of a literal block scalar as they stand in the file, indentation included: offsets stay
 * true.
 */
function blockBody(text: string, place: Place): { text: string; base: number; indent: number } | undefined {
  if (text[place.start] !== '|') return undefined;
  const base = text.indexOf('\n', place.start) + 1;
  return base > 0 && base < place.end
    ? { text: text.slice(base, place.end), base, indent: /^ */.exec(text.slice(base))![0].length }
    : undefined;
}
