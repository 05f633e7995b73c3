/**
 * A YAML text as a plain tree: what every reader of YAML makes, each node with its place, and how
 * its keys are looked up.
 */
import type { Place } from '../../model/value';
import { once } from '../../once';

interface Base {
  place: Place;
  /** `!reset`, `!override` … as written. */
  tag: string | undefined;
  /** Where `&name` stands. */
  anchor?: Place;
}

export interface YamlScalar extends Base {
  kind: 'scalar';
  /** The content as text: what is between the quotes; empty for null. */
  text: string;
  isNull: boolean;
  quoted: boolean;
}

export interface YamlPair {
  key: string;
  keyPlace: Place;
  value: YamlNode;
  /** From the key to the end of the value. */
  place: Place;
}

export interface YamlMap extends Base {
  kind: 'map';
  flow: boolean;
  pairs: YamlPair[];
  /** The `<<` pairs, whose maps are dissolved into `pairs`. */
  merges?: YamlPair[];
}

export interface YamlList extends Base {
  kind: 'list';
  flow: boolean;
  items: YamlNode[];
}

export type YamlNode = YamlScalar | YamlMap | YamlList;

/** The maps of a `<<` pair; earlier ones win. */
export const mergedMaps = ({ value }: YamlPair): YamlMap[] => itemsOf(value).filter((node) => node.kind === 'map');

/** Searching a list of thousands for each of thousands would take the square of their number. */
const byKey = once((pairs: readonly YamlPair[]) => new Map(pairs.toReversed().map((pair) => [pair.key, pair])));
const MANY = 16;

/** Undefined for what is no scalar. */
export const scalarText = (node: YamlNode | undefined): string | undefined =>
  node?.kind === 'scalar' ? node.text : undefined;

/** The items of a list; what is none stands for one, and nothing for none. */
export const itemsOf = (node: YamlNode | undefined): readonly YamlNode[] =>
  node?.kind === 'list' ? node.items : node ? [node] : [];

export const isAround = ({ place }: YamlNode, at: number): boolean => place.start <= at && at < place.end;

/** The value under a key of a map. */
export const child = (node: YamlNode | undefined, key: string): YamlNode | undefined => pairOf(node, key)?.value;

export function pairOf(node: YamlNode | undefined, key: string): YamlPair | undefined {
  if (node?.kind !== 'map') return undefined;
  if (node.pairs.length > MANY) return byKey(node.pairs).get(key);
  for (const pair of node.pairs) if (pair.key === key) return pair;
  return undefined;
}
