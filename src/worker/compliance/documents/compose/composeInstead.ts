/**
 * Own keys of a compose service in place of those that an anchor gives to several services (fact
 * T8): a merged key is replaced as a whole.
 */

import { child, type YamlNode, type YamlPair } from '../yaml/yamlTree';
import { type KeyText, listText } from './composeSettings';

export const bare = (item: string): string => item.replace(/^(["'])(.*)\1$/, '$2');

/** Means the same in block and in flow style. */
const REPEATABLE = /^(?:[\w./:=@+-]+|"[^"\n]*"|'[^'\n]*')$/;

const isRepeatable = (text: string, { kind, place }: YamlNode): boolean =>
  kind === 'scalar' && REPEATABLE.test(text.slice(place.start, place.end));

/**
 * The key with the merged items before its own; undefined where the merged value cannot be
 * repeated.
 */
export function keyInstead(text: string, merged: YamlNode, key: KeyText): KeyText | undefined {
  const { start, end } = merged.place;
  if (!key.items) return merged.kind === 'scalar' && !text.slice(start, end).includes('$') ? key : undefined;
  if (merged.kind !== 'list' || !merged.items.every((i) => isRepeatable(text, i))) return undefined;
  const before = merged.items.map(({ place }) => text.slice(place.start, place.end));
  const fresh = key.items.filter((item) => !merged.items.some((i) => i.kind === 'scalar' && i.text === bare(item)));
  return listText(key.key, [...before, ...fresh]);
}

/** The merged `logging` with more options. */
export function loggingInstead(
  text: string,
  merged: YamlNode,
  options: readonly [string, string][],
): KeyText | undefined {
  if (merged.kind !== 'map') return undefined;
  const before = child(merged, 'options');
  const scalars = [...(before?.kind === 'map' ? before.pairs : []), ...merged.pairs.filter((p) => p.key !== 'options')];
  if (!scalars.every((p) => isRepeatable(text, p.value))) return undefined;
  const written = ({ key, value: { place } }: YamlPair) => `${key}: ${text.slice(place.start, place.end)}`;
  const head = merged.pairs.flatMap((p) => (p.key === 'options' ? [] : [written(p)]));
  const all = [
    ...(before?.kind === 'map' ? before.pairs.map(written) : []),
    ...options.map(([key, v]) => `${key}: ${JSON.stringify(v)}`),
  ];
  return {
    key: 'logging',
    below: true,
    block: [...head, 'options:', ...all.map((o) => `  ${o}`)],
    flow: `{ ${[...head, `options: { ${all.join(', ')} }`].join(', ')} }`,
  };
}
