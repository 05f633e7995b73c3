/** Values of a configuration as they are read: what has another shape is told, and left out. */
import type { YamlMap, YamlNode, YamlPair } from '../documents/yaml/yamlTree';
import type { Place } from '../model/value';
import { CONFIG_ROOT, type ConfigNode } from './keys';
import type { ConfigProblem } from './problem';

/** Takes down what is wrong at a place. */
export type Wrong = (
  place: Place,
  code: ConfigProblem['code'],
  word: string,
  more?: Pick<ConfigProblem, 'known' | 'shape'>,
) => void;

export const isEmpty = (node: YamlNode): boolean => node.kind === 'scalar' && node.isNull;

export function checkKeys(map: YamlMap, node: ConfigNode, wrong: Wrong): void {
  const known = node.kind === 'map' ? Object.keys(node.keys) : [];
  for (const { key, keyPlace } of map.pairs) if (!known.includes(key)) wrong(keyPlace, 'key', key, { known });
}

export function itemOf(key: string): ConfigNode {
  const list = CONFIG_ROOT.keys[key]!;
  return list.kind === 'list' ? list.item : list;
}

export const childOf = (node: YamlNode, key: string) =>
  node.kind === 'map' ? node.pairs.find((p) => p.key === key)?.value : undefined;

export function readMaps({ key, value }: YamlPair, wrong: Wrong): YamlMap[] {
  if (value.kind !== 'list') {
    wrong(value.place, 'shape', key, { shape: 'maps' });
    return [];
  }
  return value.items.flatMap((item) => {
    if (item.kind === 'map') return item;
    wrong(item.place, 'item', key, { shape: 'map' });
    return [];
  });
}

export function readStrings({ key, value }: YamlPair, wrong: Wrong): string[] {
  if (value.kind === 'map' || isEmpty(value)) {
    wrong(value.place, 'shape', key, { shape: 'strings' });
    return [];
  }
  return (value.kind === 'list' ? value.items : [value]).flatMap((item) => {
    if (item.kind === 'scalar' && !item.isNull) return item.text;
    wrong(item.place, 'item', key, { shape: 'text' });
    return [];
  });
}

export function readFlag({ key, value }: YamlPair, wrong: Wrong): boolean | undefined {
  if (value.kind === 'scalar' && /^(true|false)$/.test(value.text)) return value.text === 'true';
  wrong(value.place, 'shape', key, { shape: 'flag' });
  return undefined;
}

/** A file in the configuration's folder or below it. */
export function readPath({ key, value }: YamlPair, wrong: Wrong): { path: string; place: Place } | undefined {
  if (value.kind !== 'scalar') {
    wrong(value.place, 'shape', key, { shape: 'text' });
    return undefined;
  }
  const parts = value.text.split('/').filter((part) => part !== '' && part !== '.');
  const isInside = !/^\/|^~|[\\:]|\p{Surrogate}|\p{Cc}/u.test(value.text) && !parts.includes('..') && parts.length > 0;
  if (isInside) return { path: parts.join('/'), place: value.place };
  wrong(value.place, 'inside', value.text);
  return undefined;
}
