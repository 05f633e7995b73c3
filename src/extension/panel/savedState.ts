/**
 * What of the shown things may outlive a reload: inputs only, secrets and oversized texts left out.
 */
import type { MakeOptions } from './makeOptions';
import { MAX_SAVED_CHARACTERS, MAX_SAVED_ITEMS, type SavedState, savedFolderOf } from './savedFields';
import type { Made } from './shown';
import type { Tab } from './tabs';

/** Characters of all texts together: VS Code keeps the state in a small database. */
const MAX_SAVED_TOTAL = 400_000;

interface Saved extends Pick<SavedState, 'pictures' | 'folder'> {
  made: Made[];
}

/** The state for the page's `setState`. */
export function savedState(tab: Tab, options: MakeOptions, { made, pictures, folder }: Saved): SavedState {
  const symbols = made
    .filter(({ source }, i) => made.findIndex((one) => one.source === source) === i)
    .flatMap(savedSymbol);
  let room = MAX_SAVED_TOTAL;
  const kept = symbols.slice(0, MAX_SAVED_ITEMS).filter(({ text }) => (room -= text.length) >= 0);
  return {
    version: 1,
    tab,
    symbols: kept,
    options,
    pictures: pictures.slice(0, MAX_SAVED_ITEMS),
    folder: savedFolderOf(folder),
  };
}

const savedSymbol = ({ source, item, level, exact, split }: Made): SavedState['symbols'] =>
  'text' in source && source.text.length <= MAX_SAVED_CHARACTERS && !item.secret
    ? [{ text: source.text, level, exact, split }]
    : [];
