/** What may not be as it was read, out of what a client tells of files and folders that changed. */
import { FileChangeType, type FileEvent } from 'vscode-languageserver';
import { mayBeFound } from '../compliance/index';

/**
 * Of a folder that went, came, or is another one, clients tell the folder alone: what is known of
 * files in it may be old, too. A folder, with a slash behind it, lists other names only when a file
 * came or went. What is no deployment file and nothing rests on is left out.
 * @param knownAt what is known of addresses, or lies in folders at one of them
 */
export function changedAddresses(
  changes: readonly FileEvent[],
  knownAt: (addresses: readonly string[]) => string[],
): string[] {
  const told = changes.flatMap(({ uri, type }) =>
    type === FileChangeType.Changed ? [uri] : [uri, uri.slice(0, uri.lastIndexOf('/') + 1)],
  );
  return [...new Set([...told.filter(mayBeFound), ...knownAt(told)])];
}
