/** What a level means, and why it is another one than was wanted. */
import type { PanelStrings, SymbolCard } from '../../src/extension/panel/contract';
import { fillIn } from './words';

const ORDER = 'LMQH';

/** One or two sentences; empty where there is no symbol. */
export function levelNote({ wantedLevel: wanted, part, atH, symbol }: SymbolCard, strings: PanelStrings): string[] {
  if (!symbol) return [];
  const { level, size } = symbol;
  const meaning = strings[`level${level}`];
  if (part && atH !== undefined) {
    const chosen = { level, count: part.count, size };
    const why = atH
      ? fillIn(strings.levelOfSet, { ...chosen, countAtH: atH.count, sizeAtH: atH.size })
      : fillIn(strings.levelOfLongSet, chosen);
    return [meaning, why];
  }
  if (wanted === level) return [meaning];
  const isLower = ORDER.indexOf(level) < ORDER.indexOf(wanted);
  return [meaning, fillIn(isLower ? strings.levelFallback : strings.levelBoosted, { level, wanted })];
}
