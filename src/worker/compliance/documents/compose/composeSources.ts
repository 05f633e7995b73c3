/** The other places that a compose service has its settings from (facts T8 and T9). */
import type { Source } from '../../model/container';
import type { Place } from '../../model/value';
import { mergedMaps, type YamlNode, type YamlPair } from '../yaml/yamlTree';

const MAX_DEPTH = 40;

/**
 * The anchors of a service: the one it is an alias of, the ones it merges, and theirs; in this
 * order, each once.
 */
export function anchorSources({ value, place }: YamlPair): Source[] {
  const out = new Map<Place, Source>();
  const seen = new Set<Place>();
  const visit = (node: YamlNode, depth: number): void => {
    const outside = node.place.start < place.start || node.place.start >= place.end;
    if (depth > MAX_DEPTH || seen.has(node.place)) return;
    seen.add(node.place);
    if (outside) out.set(node.place, { at: node.anchor ?? node.place, content: node.place });
    if (node.kind === 'map')
      for (const merge of node.merges ?? []) for (const map of mergedMaps(merge)) visit(map, depth + 1);
  };
  visit(value, 0);
  return [...out.values()];
}

/** A service of another name or file as a source. */
export const serviceSource = ({ keyPlace, place }: YamlPair): Source => ({ at: keyPlace, content: place });
