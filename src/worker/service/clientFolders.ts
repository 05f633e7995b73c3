/** The folders of the client's workspace, which come and go while the server runs. */
import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';

export interface ClientFolders {
  /** Their addresses, without a slash behind them; each once. */
  now(): readonly string[];
  change(event: WorkspaceFoldersChangeEvent): void;
}

const addressOf = (uri: string): string => uri.replace(/\/$/, '');

/** Older clients name one, or none. */
export function clientFolders({
  workspaceFolders,
  rootUri,
}: Pick<InitializeParams, 'workspaceFolders' | 'rootUri'>): ClientFolders {
  const first = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  let folders = new Set(first.map(addressOf));
  return {
    now: () => [...folders],
    change({ added, removed }) {
      const gone = new Set(removed.map(({ uri }) => addressOf(uri)));
      folders = new Set([...[...folders].filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => addressOf(uri))]);
    },
  };
}
