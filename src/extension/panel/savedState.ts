/** What of the shown things may outlive a reload: inputs only, secrets and oversized texts left out. */
import { MAX_SAVED_CHARACTERS, MAX_SAVED_ITEMS, type SavedState, type Tab } from './contract';
import { holdsSecret } from './secrets';
import type { Shown } from './shown';

/** The state for the page's `setState`. */
export function savedState(tab: Tab, { made, read }: Shown): SavedState {
  const symbols = made
    .map(({ item, level }) => ({ text: item.text, level }))
    .filter(({ text }) => text.length <= MAX_SAVED_CHARACTERS && !holdsSecret(text));
  const pictures = read.flatMap(({ uri }) => uri ?? []);
  return { version: 1, tab, symbols: symbols.slice(0, MAX_SAVED_ITEMS), pictures: pictures.slice(0, MAX_SAVED_ITEMS) };
}
