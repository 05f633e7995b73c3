/** Scalars that a pipeline has behind the keys of its variables and inputs. */
import { child, scalarText, type YamlList, type YamlMap, type YamlNode, type YamlScalar } from '../yaml/yamlTree';

export interface CiVariable {
  name: string;
  value: Pick<YamlScalar, 'text' | 'place'>;
}

const KEYS = new Set(['env', 'variables', 'environment']);
/** Deeper is not written by people. */
export const MAX_DEPTH = 40;

/** What it sets for its jobs, in document order. */
export const variablesBelow = (root: YamlNode | undefined): CiVariable[] => scalarsBelow(root, (key) => KEYS.has(key));

/** The scalars in the maps behind the wanted keys. */
export function scalarsBelow(root: YamlNode | undefined, wanted: (key: string, map: YamlMap) => boolean): CiVariable[] {
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
