/** What may not be as it was read, out of what a client tells of files that changed. */
import { FileChangeType, type FileEvent } from 'vscode-languageserver';

/** A folder, with a slash behind it, lists other names only when a file came or went. */
export const changedAddresses = (changes: readonly FileEvent[]): string[] =>
  changes.flatMap(({ uri, type }) =>
    type === FileChangeType.Changed ? [uri] : [uri, uri.slice(0, uri.lastIndexOf('/') + 1)],
  );
