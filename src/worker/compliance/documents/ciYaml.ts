/** Shell text and images of CI pipelines: GitHub Actions, GitLab CI, and the others that use the same keys. */
import { textValue, UNKNOWN, type Value } from '../model/value';
import { concatenated, type Excerpt, rewritten } from './excerpt';
import { child, parseYaml, type YamlNode, type YamlScalar } from './yaml';
import { scalarExcerpt } from './yamlExcerpt';

export interface CiPipeline {
  scripts: Excerpt[];
  /** Images that jobs and services run in. */
  images: Value[];
  root: YamlNode | undefined;
}

const SCRIPT_KEYS = new Set(['run', 'script', 'before_script', 'after_script', 'bash', 'commands']);
const IMAGE_KEYS = new Set(['image', 'container']);
const TEMPLATE = /\$\{\{[\s\S]*?\}\}|\$\[\[[\s\S]*?\]\]/g;
const MAX_DEPTH = 40;

export function readPipeline(uri: string, document: string): CiPipeline {
  const { root } = parseYaml(uri, document);
  const pipeline: CiPipeline = { scripts: [], images: [], root };
  const seen = new Set<YamlNode>();
  /** Azure names its containers in one place and uses the names in another. */
  const aliases = new Set<string>();
  const gitlab = /\.gitlab-ci/.test(uri);
  const walk = (node: YamlNode | undefined, depth: number): void => {
    if (!node || depth > MAX_DEPTH || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'list') for (const item of node.items) walk(item, depth + 1);
    if (node.kind !== 'map') return;
    const other = /^(python|node|perl|ruby)/i.test(textOf(child(node, 'shell')) ?? '');
    for (const { key, value } of node.pairs) {
      // CircleCI's long form has the text below `command`.
      const script = key === 'run' && value.kind === 'map' ? child(value, 'command') : value;
      const scalars = SCRIPT_KEYS.has(key) && !other && script ? scalarsOf(script) : [];
      if (scalars.length > 0) pipeline.scripts.push(joined(document, scalars));
      const alias = key === 'container' && child(node, 'image') ? textOf(value) : undefined;
      if (alias !== undefined) aliases.add(alias);
      const image = IMAGE_KEYS.has(key) && alias === undefined ? imageOf(value) : undefined;
      if (image) pipeline.images.push(imageValue(document, image));
      if (key === 'uses' && textOf(value)?.startsWith('docker://')) pipeline.images.push(actionImage(document, value as YamlScalar));
      for (const item of gitlab && key === 'services' && value.kind === 'list' ? value.items : []) {
        const service = imageOf(item);
        if (service) pipeline.images.push(imageValue(document, service));
      }
      walk(value, depth + 1);
    }
  };
  walk(root, 0);
  pipeline.images = pipeline.images.filter(({ resolved }) => !aliases.has(resolved));
  return pipeline;
}

const textOf = (node: YamlNode | undefined): string | undefined => (node?.kind === 'scalar' ? node.text : undefined);

function scalarsOf(node: YamlNode): YamlScalar[] {
  if (node.kind === 'scalar') return node.isNull ? [] : [node];
  return node.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'map' ? [] : scalarsOf(item))) : [];
}

/** The items of a script list run one after another in one shell. */
function joined(document: string, scalars: readonly YamlScalar[]): Excerpt {
  const parts = scalars.map((scalar) => scalarExcerpt(document, scalar));
  const whole = parts.length === 1 ? parts[0]! : concatenated(parts, '\n');
  return rewritten(whole, TEMPLATE, () => UNKNOWN);
}

function imageOf(node: YamlNode): YamlScalar | undefined {
  if (node.kind === 'scalar') return node.isNull || node.text === '' ? undefined : node;
  const inner = child(node, 'name') ?? child(node, 'image');
  return inner?.kind === 'scalar' ? inner : undefined;
}

/** `uses: docker://image` of GitHub Actions. */
function actionImage(document: string, { text, place, quoted }: YamlScalar): Value {
  const start = place.start + 'docker://'.length + (quoted ? 1 : 0);
  return imageValue(document, { text: text.slice('docker://'.length), place: { ...place, start, end: place.end - (quoted ? 1 : 0) } });
}

/** A variable or template in it is unknown. */
function imageValue(document: string, { text, place }: Pick<YamlScalar, 'text' | 'place'>): Value {
  return textValue(document.slice(place.start, place.end), text.replace(TEMPLATE, UNKNOWN).replace(/\$\{?\w+\}?/g, UNKNOWN), place);
}
