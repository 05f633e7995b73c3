/**
 * Where the history lies: a file in the workspace's own storage, of which VS Code gives each window
 * one; in a window without a workspace, its memento.
 */
import type * as vscode from 'vscode';
import { type HistoryEntry, parseEntries } from './historyEntries';
import { HISTORY_FILE } from './historyStored';
import { type StoredText, storedFile } from './storedFile';

export interface HistoryStore {
  /** What is stored, newest first; a damaged file holds nothing. */
  read(): Promise<HistoryEntry[]>;
  /** Stores what `change` makes of what is stored by then; one after the other. */
  change(change: (stored: HistoryEntry[]) => HistoryEntry[]): Promise<HistoryEntry[]>;
}

const memento = (state: vscode.Memento): StoredText => ({
  get: () => Promise.resolve(state.get<string>(HISTORY_FILE)),
  set: (text) => state.update(HISTORY_FILE, text),
});

export function historyStore({ storageUri, workspaceState }: vscode.ExtensionContext): HistoryStore {
  const place = storageUri ? storedFile(storageUri, HISTORY_FILE) : memento(workspaceState);
  let last: Promise<unknown> = Promise.resolve();

  const read = async () => {
    const text = await place.get();
    try {
      return text === undefined ? [] : parseEntries(JSON.parse(text));
    } catch {
      return [];
    }
  };
  return {
    read,
    change(make) {
      const mine = last.then(async () => {
        const next = make(await read());
        await place.set(next.length > 0 ? JSON.stringify({ codes: next }) : undefined);
        return next;
      });
      last = mine.catch(() => {});
      return mine;
    },
  };
}
