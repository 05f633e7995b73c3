/** What a screen reader should hear of a new state. */
import type { PanelState } from '../../src/extension/panel/contract';
import { foundWords } from './pictureCard';
import { colon, counted, fillIn, sentences } from './words';

export function summary({ strings, busy, tab, symbols, pictures, batch }: PanelState): string {
  if (busy) return strings.busy;
  if (tab === 'make') {
    const made = symbols.filter(({ symbol }) => symbol).length;
    const missing = symbols.length - made;
    return sentences(
      made > 0 && counted(made, strings.madeOne, strings.madeMany),
      missing > 0 && fillIn(strings.notMade, { count: missing }),
    );
  }
  if (tab === 'batch') return batch ? fillIn(strings.batchRows, { name: batch.name, count: batch.count }) : '';
  if (pictures.length === 1) return pictures[0]!.name + colon() + foundWords(pictures[0]!, strings);
  const found = pictures.reduce((sum, { symbols }) => sum + symbols.length, 0);
  return pictures.length === 0
    ? ''
    : fillIn(strings.foundIn, {
        found: counted(found, strings.foundOne, strings.foundMany),
        pictures: pictures.length,
      });
}
