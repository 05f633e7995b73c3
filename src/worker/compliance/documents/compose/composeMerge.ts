/** Lays one compose part over another as `extends` and several `-f` files do (fact T9). */
import type { YamlMap, YamlNode, YamlPair } from '../yaml/yamlTree';

/** Sequences that the later part replaces; all others are joined. */
const REPLACED = new Set(['command', 'entrypoint', 'test']);

/**
 * Own keys of `over` win, maps join, lists append; `!reset` drops and `!override` replaces. The
 * result keeps every value's place.
 */
export function mergeMaps(base: YamlMap, over: YamlMap, depth = 0): YamlMap {
  if (depth > 32) return over;
  const pairs = new Map<string, YamlPair>(base.pairs.map((p) => [p.key, p]));
  for (const pair of over.pairs) {
    const before = pairs.get(pair.key);
    if (pair.value.tag === '!reset') pairs.delete(pair.key);
    else
      pairs.set(
        pair.key,
        before ? { ...pair, value: mergeNodes(pair.key, before.value, pair.value, depth + 1) } : pair,
      );
  }
  return { ...over, pairs: [...pairs.values()] };
}

function mergeNodes(key: string, base: YamlNode, over: YamlNode, depth: number): YamlNode {
  if (over.tag === '!override') return over;
  if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over, depth);
  if (base.kind === 'list' && over.kind === 'list' && !REPLACED.has(key))
    return { ...over, items: [...base.items, ...over.items] };
  return over;
}
