/** Which system a pipeline is of. */
import { child, type YamlNode } from '../yaml/yamlTree';

export type CiSystem = 'github' | 'gitlab' | 'circleci' | 'azure' | 'bitbucket' | 'drone';

const BY_NAME: readonly [RegExp, CiSystem][] = [
  [/(?:^|[\\/])\.github[\\/]/, 'github'],
  [/\.gitlab-ci/, 'gitlab'],
  [/\.circleci[\\/]/, 'circleci'],
  [/azure-pipelines/, 'azure'],
  [/bitbucket-pipelines/, 'bitbucket'],
  [/\.(?:drone|woodpecker)\b/, 'drone'],
];

/** By the file's name, else by its shape. */
export function ciSystem(uri: string, root: YamlNode | undefined): CiSystem {
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
