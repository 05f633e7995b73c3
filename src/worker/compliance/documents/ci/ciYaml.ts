/**
 * Shell text and images of CI pipelines: GitHub Actions, GitLab CI, and the others that use the
 * same keys.
 */
import { UNKNOWN, type Value } from '../../model/value';
import { concatenated, type Excerpt, rewritten } from '../text/excerpt';
import { parseYaml, type YamlText } from '../yaml/yaml';
import { yamlDocuments } from '../yaml/yamlDocuments';
import { scalarExcerpt } from '../yaml/yamlExcerpt';
import { child, scalarText, type YamlNode, type YamlScalar } from '../yaml/yamlTree';
import { ciImages } from './ciImages';
import { assignedIn, type CiNames, readNames } from './ciNames';
import { type CiVariable, MAX_DEPTH, variablesBelow } from './ciScalars';
import { ciSystem } from './ciSystem';

export interface CiPipeline {
  scripts: Excerpt[];
  /** Images that jobs and services run in. */
  images: Value[];
  /** Those of them that run beside a job: `services`. */
  services: Value[];
  /** Of the last document: the ones before it say how it is read (GitLab's `spec`), or are of their own (Drone). */
  root: YamlNode | undefined;
  /** Of the last document, too, in its order. */
  variables: readonly CiVariable[];
  names: CiNames;
  problems: YamlText['problems'];
}

const SCRIPT_KEYS = new Set(['run', 'script', 'before_script', 'after_script', 'bash', 'commands']);
/** What stands below is data, unless it is a job of that name. */
const NO_SCRIPTS = new Set(['env', 'environment', 'variables', 'matrix', 'parameters']);

export function readPipeline(uri: string, document: string): CiPipeline {
  const { documents, rest } = yamlDocuments(document);
  const parts = documents.map((part) => parseYaml(uri, document, part));
  let assigned: Set<string> | undefined;
  const isAssigned = (name: string) => (assigned ??= assignedIn(document)).has(name);
  const read = parts.map(({ root }) => {
    const system = ciSystem(uri, root);
    const variables = variablesBelow(root);
    return { root, system, variables, names: readNames(system, root, variables, isAssigned) };
  });
  const last = read.at(-1)!;
  const found = read.map(({ root, system, names }) => ciImages(system, document, root, names));
  const pipeline: CiPipeline = {
    scripts: [],
    images: found.flatMap(({ images }) => images),
    services: found.flatMap(({ services }) => services),
    root: last.root,
    variables: last.variables,
    names: last.names,
    problems: [
      ...parts.flatMap(({ problems }) => problems),
      ...(rest ? [{ code: 'TOO_MANY_DOCUMENTS', place: { uri, ...rest } }] : []),
    ],
  };
  const seen = new Set<YamlNode>();
  const walk = (node: YamlNode | undefined, names: CiNames, depth: number): void => {
    if (!node || depth > MAX_DEPTH || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'list') for (const item of node.items) walk(item, names, depth + 1);
    if (node.kind !== 'map') return;
    const other = /^(python|node|perl|ruby)/i.test(scalarText(child(node, 'shell')) ?? '');
    for (const { key, value } of node.pairs) {
      const data =
        NO_SCRIPTS.has(key) && !(child(value, 'steps') ?? (depth === 0 ? child(value, 'script') : undefined));
      if (data || (key === 'with' && /^actions\/github-script@/.test(scalarText(child(node, 'uses')) ?? ''))) continue;
      // CircleCI's long form has the text below `command`.
      const script = key === 'run' && value.kind === 'map' ? child(value, 'command') : value;
      const scalars = SCRIPT_KEYS.has(key) && !other && script ? scalarsOf(script) : [];
      if (scalars.length > 0) pipeline.scripts.push(joined(document, scalars, names));
      walk(value, names, depth + 1);
    }
  };
  for (const { root, names } of read) walk(root, names, 0);
  return pipeline;
}

function scalarsOf(node: YamlNode): YamlScalar[] {
  if (node.kind === 'scalar') return node.isNull ? [] : [node];
  return node.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'map' ? [] : scalarsOf(item))) : [];
}

/** The items of a script list run one after another in one shell. */
function joined(document: string, scalars: readonly YamlScalar[], names: CiNames): Excerpt {
  const parts = scalars.map((scalar) => scalarExcerpt(document, scalar));
  const whole = parts.length === 1 ? parts[0]! : concatenated(parts, '\n');
  // What Azure does not know in parentheses is the shell's.
  return rewritten(whole, names.pattern, ([text]) => {
    const found = names.expression(text);
    return found === UNKNOWN && text.startsWith('$(') ? text : found;
  });
}
