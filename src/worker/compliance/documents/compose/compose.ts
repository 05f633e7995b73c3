/**
 * Reads a compose file with what belongs to it: `.env`, override, extended services, anchors (facts
 * T8 to T12).
 */
import type { WorkspaceFiles } from '../../files';
import type { Container } from '../../model/container';
import { isDevelopmentFile } from '../../model/developmentFile';
import { type Place, textValue } from '../../model/value';
import { type EnvVariables, envReader } from '../env/env';
import type { TextPart } from '../yaml/yaml';
import { child, pairOf, type YamlMap, type YamlNode, type YamlPair } from '../yaml/yamlTree';
import { type ComposeBase, composeBase } from './composeBase';
import { type InlineDockerfile, readBuild } from './composeBuild';
import { composeDocuments, documentServices } from './composeDocuments';
import { composeList } from './composeLists';
import { mergeMaps } from './composeMerge';
import { networkUses } from './composeNetworks';
import { extend, load, overrideOf, projectOf, rootOf, type Source } from './composeProject';
import { servicesOf } from './composeRoot';
import { readService } from './composeService';
import { anchorSources, serviceSource } from './composeSources';
import type { ServiceReader } from './composeValues';
import { resolveVolume } from './composeVolumes';
import { socketMounts } from './socketMounts';

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

/** `part`: an excerpt in a document of another kind. */
export function readCompose(uri: string, text: string, files: WorkspaceFiles, part?: TextPart): ComposeFile {
  const source: Source = { uri, text, yaml: composeDocuments(uri, text, part) };
  const services = servicesOf(source.yaml.root);
  const out: ComposeFile = {
    containers: [],
    root: source.yaml.root,
    problems: source.yaml.problems,
    inline: [],
    setAt: () => undefined,
  };
  if (!services) return out;
  const envOf = envReader(files);
  const listed = composeList(uri, files, envOf);
  const project = projectOf(source, files, listed?.env ?? envOf(uri));
  out.setAt = project.setAt;
  const base = composeBase(uri, listed?.before, (other) => rootOf(project, other));
  const overlays = listed
    ? listed.after.flatMap((over) => load(project, over) ?? [])
    : base
      ? []
      : overrideOf(project, uri);
  const laidOver: YamlPair[] = [];
  const environments: ServiceReader['environments'] = new Map();
  const jobs = jobsOf(services);
  const { root, problems } = source.yaml;
  const sound = problems.length === 0 && services !== root;
  const file = { uri, text, end: part?.end ?? text.length, root, lookup: project.lookup, sound };
  for (const { pair, later } of documentServices(source.yaml)) {
    const extended = extend(project, source, pair, new Set());
    const over = overlays.flatMap(({ yaml }) => pairOf(servicesOf(yaml.root), pair.key) ?? []);
    const layers = [...later, ...over];
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
    container.mounts = [
      ...container.mounts.map((mount) => resolveVolume(source.yaml.root, project.lookup, mount)),
      ...socketMounts(source.yaml.root, project.lookup, map),
    ];
    if (!container.networkMode) {
      container.networkUses = networkUses(file, container.networks, textValue('default', 'default', pair.keyPlace));
    }
    const inline = readBuild(reader, container, map);
    if (inline) out.inline.push(inline);
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
