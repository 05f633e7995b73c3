/** The commands of the history of codes. */
import type { Command } from '../app';
import type { HistoryEntry } from '../features/historyEntries';
import type { HistoryView } from '../features/historyView';

/** Commands of an entry are given what was clicked; the palette hides them. */
const isEntry = (value: unknown): value is HistoryEntry =>
  typeof value === 'object' && value !== null && 'origin' in value && 'text' in value;

const ofEntry = (id: string, act: (view: HistoryView, entry: HistoryEntry) => unknown): Command => ({
  id: `qrCodeMaster.${id}`,
  run: async ({ history }, entry) => (isEntry(entry) ? act(await history(), entry) : undefined),
});

export const historyCommands: Command[] = [
  { id: 'qrCodeMaster.searchHistory', run: async ({ history }) => (await history()).search() },
  { id: 'qrCodeMaster.filterHistory', run: async ({ history }) => (await history()).chooseFilter() },
  { id: 'qrCodeMaster.clearHistory', run: async ({ history }) => (await history()).clear() },
  ofEntry('copyHistoryText', (view, entry) => view.copy(entry)),
  ofEntry('insertHistoryText', (view, entry) => view.insert(entry)),
  ofEntry('makeHistoryCode', (view, entry) => view.makeAgain(entry)),
  ofEntry('openHistoryPicture', (view, entry) => view.openPicture(entry)),
  ofEntry('removeHistoryCode', (view, entry) => view.remove(entry)),
];
