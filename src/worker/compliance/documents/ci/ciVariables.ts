/**
 * The variables that a CI pipeline sets for its jobs: `env:` of GitHub Actions, `variables:` of
 * GitLab CI and Azure, `environment:` of others, `environment { }` and `withEnv` of a Jenkinsfile.
 */
import type { Place } from '../../model/value';
import { once } from '../../once';
import type { Script } from '../shell/script';
import { isAround, type YamlNode } from '../yaml/yamlTree';
import { type CiVariable, MAX_DEPTH, scalarsBelow } from './ciScalars';
import { jenkinsVariables } from './jenkinsfile';

/** The key, and the key that must stand beside it. */
const INPUTS: ReadonlyMap<string, string> = new Map([
  ['with', 'uses'],
  ['secrets', 'uses'],
  ['inputs', 'task'],
  ['credentials', ''],
  ['auth', ''],
]);

/** In document order; a node behind an anchor counts once. */
export const ciVariables = (script: Script): readonly CiVariable[] =>
  script.groovy ? variablesOf(script) : (script.pipeline?.variables ?? NONE);

const NONE: readonly CiVariable[] = [];

const variablesOf = once(({ uri, text, groovy }: Script): CiVariable[] => jenkinsVariables(uri, text, groovy!));

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
