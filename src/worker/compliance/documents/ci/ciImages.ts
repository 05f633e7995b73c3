/**
 * The images that jobs and services of a pipeline run in: only where the CI system says that
 * something is an image.
 */
import { textValue, type Value } from '../../model/value';
import { child, scalarText, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yamlTree';
import { matrixValues } from './ciMatrix';
import type { CiNames } from './ciNames';
import { MAX_DEPTH } from './ciScalars';
import type { CiSystem } from './ciSystem';

/** `*` is any key, `[]` any item of a list, `**` any depth. */
const PLACES: Record<CiSystem, readonly string[]> = {
  github: ['jobs.*.container', 'jobs.*.services.*'],
  gitlab: ['image', 'services.[]', 'default.image', 'default.services.[]', '*.image', '*.services.[]'],
  circleci: ['jobs.*.docker.[]', 'executors.*.docker.[]', 'orbs.*.jobs.*.docker.[]', 'orbs.*.executors.*.docker.[]'],
  azure: ['resources.containers.[]', 'container', 'jobs.[].container', 'stages.[].jobs.[].container'],
  bitbucket: ['image', 'pipelines.**.step.image', 'definitions.**.step.image', 'definitions.services.*'],
  drone: [
    'steps.[].image',
    'steps.*.image',
    'services.[].image',
    'services.*.image',
    'pipeline.*.image',
    'clone.*.image',
  ],
};
/** Where GitHub takes an image among other things, marked by `docker://`. */
const MARKED_PLACES = ['jobs.*.steps.[].uses', 'runs.steps.[].uses', 'runs.image'];
const MARK = 'docker://';
/** Keys of GitLab whose maps are no jobs. */
const NO_JOBS = new Set(['variables', 'include', 'workflow', 'stages', 'spec', 'cache']);

/**
 * In document order, and those of them that a job only tests with: what stands below `services`, and
 * values of its matrix. What the file does not set is unknown.
 */
export function ciImages(
  system: CiSystem,
  document: string,
  root: YamlNode | undefined,
  names: CiNames,
): { images: Value[]; services: Value[] } {
  if (root?.kind !== 'map') return { images: [], services: [] };
  const nodes = nodesAt(root, PLACES[system]);
  // Azure names its containers in one place and uses the names in another.
  const aliases = new Set(system === 'azure' ? nodes.flatMap((n) => scalarText(child(n, 'container')) ?? []) : []);
  const named = nodes.flatMap((node) => imageOf(node) ?? []).filter(({ text }) => !aliases.has(text));
  const marked = system === 'github' ? nodesAt(root, MARKED_PLACES).flatMap((node) => markedImage(node) ?? []) : [];
  const beside = new Set(
    nodesAt(
      root,
      PLACES[system].filter((place) => place.includes('services')),
    ).flatMap((node) => imageOf(node)?.place.start ?? []),
  );
  const values = matrixValues(system, root, named);
  for (const { place } of values) beside.add(place.start);
  const images = [...named, ...marked, ...values]
    .sort((a, b) => a.place.start - b.place.start)
    .map(({ text, place }) => textValue(document.slice(place.start, place.end), names.fill(text), place));
  return { images, services: images.filter(({ place }) => beside.has(place.start)) };
}

/** Each node once, though several places may lead to it by an anchor. */
function nodesAt(root: YamlMap, places: readonly string[]): YamlNode[] {
  const found = new Set<YamlNode>();
  for (const place of places) {
    const parts = place.split('.');
    const seen = new Set<YamlNode>();
    const walk = (node: YamlNode, at: number, depth: number): void => {
      if (depth > MAX_DEPTH) return;
      const part = parts[at];
      if (part === undefined) {
        found.add(node);
        return;
      }
      if (part === '**') {
        if (seen.has(node)) return;
        seen.add(node);
        walk(node, at + 1, depth + 1);
        for (const inner of node.kind === 'list'
          ? node.items
          : node.kind === 'map'
            ? node.pairs.map((p) => p.value)
            : [])
          walk(inner, at, depth + 1);
      }
      if (node.kind === 'list' && part === '[]') for (const item of node.items) walk(item, at + 1, depth + 1);
      if (node.kind === 'list' && part !== '[]' && parts[at - 1] === '[]')
        for (const item of node.items) walk(item, at, depth + 1);
      if (node.kind !== 'map') return;
      for (const { key, value } of node.pairs) {
        // What stands behind a template expression stands in its place.
        if (key.startsWith('${{'))
          walk(value, value.kind === 'list' && parts[at - 1] === '[]' ? at - 1 : at, depth + 1);
        else if (key === part || (part === '*' && !(at === 0 && NO_JOBS.has(key)))) walk(value, at + 1, depth + 1);
      }
    };
    walk(root, 0, 0);
  }
  return [...found];
}

type Image = Pick<YamlScalar, 'text' | 'place'>;

/** A text, or a map that has it below `image` or `name`. */
function imageOf(node: YamlNode): Image | undefined {
  if (node.kind === 'scalar') return node.isNull || node.text === '' ? undefined : node;
  const inner = child(node, 'image') ?? child(node, 'name');
  return inner && inner !== node ? imageOf(inner) : undefined;
}

function markedImage(node: YamlNode): Image | undefined {
  if (node.kind !== 'scalar' || !node.text.startsWith(MARK)) return undefined;
  const quote = node.quoted ? 1 : 0;
  const { start, end } = node.place;
  return {
    text: node.text.slice(MARK.length),
    place: { ...node.place, start: start + MARK.length + quote, end: end - quote },
  };
}
