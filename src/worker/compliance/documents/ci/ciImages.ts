/**
 * The images that jobs and services of a pipeline run in: only where the CI system says that
 * something is an image.
 */
import { textValue, UNKNOWN, type Value } from '../../model/value';
import { child, scalarText, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yamlTree';

export type CiSystem = 'github' | 'gitlab' | 'circleci' | 'azure' | 'bitbucket' | 'drone';

const BY_NAME: readonly [RegExp, CiSystem][] = [
  [/(?:^|[\\/])\.github[\\/]/, 'github'],
  [/\.gitlab-ci/, 'gitlab'],
  [/\.circleci[\\/]/, 'circleci'],
  [/azure-pipelines/, 'azure'],
  [/bitbucket-pipelines/, 'bitbucket'],
  [/\.(?:drone|woodpecker)\b/, 'drone'],
];

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
const TEMPLATE = /\$\{\{[\s\S]*?\}\}|\$\[\[[\s\S]*?\]\]/g;
const MAX_DEPTH = 40;

/**
 * In document order, and those of them that stand below `services`; variables and templates in them
 * are unknown.
 */
export function ciImages(
  uri: string,
  document: string,
  root: YamlNode | undefined,
): { images: Value[]; services: Value[] } {
  if (root?.kind !== 'map') return { images: [], services: [] };
  const system = ciSystem(uri, root);
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
  const images = [...named, ...marked]
    .sort((a, b) => a.place.start - b.place.start)
    .map((image) => imageValue(document, image));
  return { images, services: images.filter(({ place }) => beside.has(place.start)) };
}

/** By the file's name, else by its shape. */
function ciSystem(uri: string, root: YamlMap): CiSystem {
  const named = BY_NAME.find(([pattern]) => pattern.test(uri))?.[1];
  if (named) return named;
  const jobs = child(root, 'jobs');
  if (child(root, 'pipelines')) return 'bitbucket';
  if (jobs?.kind === 'map')
    return jobs.pairs.some(({ value }) => child(value, 'docker') ?? child(value, 'machine')) ? 'circleci' : 'github';
  if (child(root, 'runs')) return 'github';
  if (jobs?.kind === 'list' || child(root, 'pool')) return 'azure';
  return child(root, 'steps') || child(root, 'pipeline') ? 'drone' : 'gitlab';
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

function imageValue(document: string, { text, place }: Image): Value {
  const resolved = text.replace(TEMPLATE, UNKNOWN).replace(/\$\{?\w+\}?/g, UNKNOWN);
  return textValue(document.slice(place.start, place.end), resolved, place);
}
