/** The variables that a CI pipeline sets for its jobs: `env:` of GitHub Actions, `variables:` of GitLab CI and Azure, `environment:` of others. */
import type { YamlNode, YamlScalar } from './yaml';

export interface CiVariable {
  name: string;
  value: YamlScalar;
}

const KEYS = new Set(['env', 'variables', 'environment']);
const MAX_DEPTH = 40;

/** In document order; a node behind an anchor counts once. */
export function ciVariables(root: YamlNode | undefined): CiVariable[] {
  const out: CiVariable[] = [];
  const seen = new Set<YamlNode>();
  const walk = (node: YamlNode, depth: number): void => {
    if (depth > MAX_DEPTH || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'list') for (const item of node.items) walk(item, depth + 1);
    if (node.kind !== 'map') return;
    for (const { key, value } of node.pairs) {
      if (KEYS.has(key) && value.kind === 'map' && !seen.has(value)) out.push(...scalarsOf(value));
      walk(value, depth + 1);
    }
  };
  if (root) walk(root, 0);
  return out;
}

/** GitLab's long form has the text below `value`. */
function scalarsOf(map: Extract<YamlNode, { kind: 'map' }>): CiVariable[] {
  return map.pairs.flatMap(({ key, value }): CiVariable[] => {
    const inner = value.kind === 'map' ? value.pairs.find((p) => p.key === 'value')?.value : value;
    return inner?.kind === 'scalar' ? [{ name: key, value: inner }] : [];
  });
}
