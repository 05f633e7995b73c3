/** Puts pairs at the end of a map of a YAML file, in the map's own style. */
import type { Edit } from '../../model/value';
import { indentAt, lineBreakOf, lineEndAt } from '../text/lines';
import type { YamlMap } from '../yaml/yamlTree';

export interface PairText {
  key: string;
  /** Lines below the key; a single one stands behind it. */
  block: string[];
  /** Also a single line stands below. */
  below?: boolean;
  flow: string;
}

/** Undefined for an empty map and for one whose pairs stand elsewhere. */
export function appendPairs(text: string, map: YamlMap, pairs: readonly PairText[]): Edit | undefined {
  const [first, last] = [map.pairs[0], map.pairs.at(-1)];
  const { uri, start, end } = map.place;
  if (!first || !last || map.pairs.some(({ place }) => place.uri !== uri || place.start < start || place.end > end))
    return undefined;
  if (map.flow)
    return {
      uri,
      start: last.place.end,
      end: last.place.end,
      newText: pairs.map((p) => `, ${p.key}: ${p.flow}`).join(''),
    };
  const br = lineBreakOf(text);
  const indent = indentAt(text, first.place.start);
  const at = lineEndAt(text, last.place.end);
  return { uri, start: at, end: at, newText: pairs.map((p) => br + indent + blockText(p, indent, br, 2)).join('') };
}

/** `key: value`, or the key with its lines below; `step` is what one level is indented by. */
export function blockText({ key, block, below }: PairText, indent: string, br: string, step: number): string {
  if (block.length === 1 && !below) return `${key}: ${block[0]}`;
  const deeper = (line: string) =>
    line.startsWith(' ') ? line.replace(/^ +/, (blanks) => ' '.repeat((blanks.length / 2) * step)) : line;
  return `${key}:${block.map((line) => br + indent + ' '.repeat(step) + deeper(line)).join('')}`;
}
