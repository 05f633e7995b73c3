/**
 * The variables that a CI pipeline sets for its jobs: `env:` of GitHub Actions, `variables:` of
 * GitLab CI and Azure, `environment:` of others, `environment { }` and `withEnv` of a Jenkinsfile.
 */
import type { Place } from '../../model/value';
import { once } from '../../once';
import type { Script } from '../shell/script';
import { child, scalarText, type YamlList, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yamlTree';
import { jenkinsVariables } from './jenkinsfile';

export interface CiVariable {
  name: string;
  value: Pick<YamlScalar, 'text' | 'place'>;
}

const KEYS = new Set(['env', 'variables', 'environment']);
/** The key, and the key that must stand beside it. */
const INPUTS: ReadonlyMap<string, string> = new Map([
  ['with', 'uses'],
  ['secrets', 'uses'],
  ['inputs', 'task'],
  ['credentials', ''],
  ['auth', ''],
]);
const MAX_DEPTH = 40;

/** In document order; a node behind an anchor counts once. */
export const ciVariables = (script: Script): readonly CiVariable[] =>
  script.groovy || script.pipeline ? variablesOf(script) : NONE;

const NONE: readonly CiVariable[] = [];

const variablesOf = once(({ uri, text, groovy, pipeline }: Script): CiVariable[] =>
  groovy ? jenkinsVariables(uri, text, groovy) : variablesBelow(pipeline?.root),
);

export const variablesBelow = (root: YamlNode | undefined): CiVariable[] => scalarsBelow(root, (key) => KEYS.has(key));

/**
 * What a pipeline hands to ready-made steps: `with:` and `secrets:` of GitHub's `uses`, `inputs:`
 * of Azure's tasks, and the `credentials:` or `auth:` of images.
 */
export const ciInputs = (script: Script): readonly CiVariable[] => (script.pipeline ? inputsOf(script) : NONE);

const inputsOf = once(({ pipeline }: Script): CiVariable[] =>
  scalarsBelow(pipeline?.root, (key, map) => {
    const beside = INPUTS.get(key);
    return beside === '' || (beside !== undefined && map.pairs.some((p) => p.key === beside));
  }),
);

/** Whether a place lies below `services`: what a job runs beside itself and throws away. */
export function belongsToService({ pipeline }: Script, { start }: Place): boolean {
  const holds = (node: YamlNode | undefined, depth: number): boolean => {
    if (!node || depth > MAX_DEPTH) return false;
    if (node.kind === 'list') return node.items.some((item) => isAround(item, start) && holds(item, depth + 1));
    const pair = node.kind === 'map' ? node.pairs.find(({ value }) => isAround(value, start)) : undefined;
    return pair !== undefined && (pair.key === 'services' || holds(pair.value, depth + 1));
  };
  return holds(pipeline?.root, 0);
}

const isAround = ({ place }: YamlNode, at: number): boolean => place.start <= at && at < place.end;

/** The scalars in the maps behind the wanted keys. */
function scalarsBelow(root: YamlNode | undefined, wanted: (key: string, map: YamlMap) => boolean): CiVariable[] {
  const out: CiVariable[] = [];
  const seen = new Set<YamlNode>();
  const walk = (node: YamlNode, depth: number): void => {
    if (depth > MAX_DEPTH || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'list') for (const item of node.items) walk(item, depth + 1);
    if (node.kind !== 'map') return;
    for (const { key, value } of node.pairs) {
      if (value.kind !== 'scalar' && !seen.has(value) && wanted(key, node))
        for (const scalar of value.kind === 'map' ? scalarsOf(value) : namedIn(value)) out.push(scalar);
      walk(value, depth + 1);
    }
  };
  if (root) walk(root, 0);
  return out;
}

/** GitLab's long form has the text below `value`. */
function scalarsOf(map: YamlMap): CiVariable[] {
  return map.pairs.flatMap(({ key, value }): CiVariable[] => {
    const inner = value.kind === 'map' ? value.pairs.find((p) => p.key === 'value')?.value : value;
    return inner?.kind === 'scalar' ? [{ name: key, value: inner }] : [];
  });
}

/** Azure's long form is a list of `name` and `value`. */
function namedIn({ items }: YamlList): CiVariable[] {
  return items.flatMap((item): CiVariable[] => {
    const name = scalarText(child(item, 'name'));
    const value = child(item, 'value');
    return name !== undefined && value?.kind === 'scalar' ? [{ name, value }] : [];
  });
}
