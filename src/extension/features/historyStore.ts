/**
 * Where the history lies: a file in the workspace's own storage, of which VS Code gives each window
 * one; in a window without a workspace, its memento.
 */
import * as vscode from 'vscode';
import { type HistoryEntry, parseEntries } from './historyEntries';
import { HISTORY_FILE } from './historyStored';

export interface HistoryStore {
  /** What is stored, newest first; a damaged file holds nothing. */
  read(): Promise<HistoryEntry[]>;
  /** Stores what `change` makes of what is stored by then; one after the other. */
  change(change: (stored: HistoryEntry[]) => HistoryEntry[]): Promise<HistoryEntry[]>;
}

type Place = { get(): PromiseLike<string | undefined>; set(text: string | undefined): PromiseLike<void> };

/** A file is written whole or not at all. */
function fileIn(folder: vscode.Uri): Place {
  const { fs } = vscode.workspace;
  const file = vscode.Uri.joinPath(folder, HISTORY_FILE);
  const fresh = vscode.Uri.joinPath(folder, `${HISTORY_FILE}.${Math.random().toString(36).slice(2)}`);
  return {
    get: () =>
      fs.readFile(file).then(
        (bytes) => new TextDecoder().decode(bytes),
        () => undefined,
      ),
    async set(text) {
      if (text === undefined) return fs.delete(file).then(undefined, () => {});
      await fs.createDirectory(folder);
      await fs.writeFile(fresh, new TextEncoder().encode(text));
      await fs.rename(fresh, file, { overwrite: true });
    },
  };
}

const memento = (state: vscode.Memento): Place => ({
  get: () => Promise.resolve(state.get<string>(HISTORY_FILE)),
  set: (text) => state.update(HISTORY_FILE, text),
});

export function historyStore({ storageUri, workspaceState }: vscode.ExtensionContext): HistoryStore {
  const place = storageUri ? fileIn(storageUri) : memento(workspaceState);
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
