/** The word at a position of a value: that of a clause has a space in it. */
import type { ConfigNode } from './keys';
import type { ConfigPath } from './pathAt';

type Word = Pick<ConfigPath, 'word' | 'start' | 'end'>;

const CLAUSE = /\d+(?:\.\d+)*(?:[ \t]+(?:[a-z](?!\w))?)?/g;

export function valueWord(node: ConfigNode, line: string, { word, start, end }: Word): Word {
  if (node.kind === 'clause')
    for (const { 0: whole, index } of line.matchAll(CLAUSE))
      if (index <= start && index + whole.length >= end && whole !== '')
        return { word: whole.trimEnd(), start: index, end: index + whole.length };
  return { word, start, end };
}
