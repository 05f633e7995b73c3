/** A YAML text as a plain tree: what every reader of YAML makes, each node with its place. */
import type { Place } from '../../model/value';

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
