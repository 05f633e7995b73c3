/** Paths in reports of a workspace, as people read them. */
import { decodedPart, fileName, folderAround } from '../compliance/index';

/** With the folder's name where there are several; of what lies in none the name alone. */
export function pathInScope(uri: string, folders: readonly string[]): string {
  const folder = folderAround(uri, folders);
  return folder === undefined ? fileName(uri) : pathBelow(uri, folder, folders);
}

/** Of a folder, likewise; empty: the only folder, or one above those of the workspace. */
export function rootInScope(uri: string, folders: readonly string[]): string {
  const folder = folderAround(uri, folders);
  return folder === undefined ? '' : pathBelow(uri, folder, folders);
}

function pathBelow(uri: string, folder: string, folders: readonly string[]): string {
  const below = decodedPart(uri.slice(folder.length + 1));
  return [...(folders.length > 1 ? [fileName(folder)] : []), below].filter((part) => part !== '').join('/');
}
