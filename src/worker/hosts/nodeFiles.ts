/** The files of a workspace, as both hosts of Node see them. */
import type { Connection } from 'vscode-languageserver';
import { type FolderEntry, readFileMethod, readFolderMethod } from '../protocol/methods';
import type { ComplianceFiles } from '../service/workspaceTexts';
import { isForeign, repository } from './configSearch';
import { listFolders } from './listFolders';
import { pathOf, readFolderInside, readInside, rootsOf, stampOf } from './readInside';

/**
 * Files of this machine are read here: through a client each would be a round trip.
 * @param extension the client, where that is our own: it alone knows the other file systems, and
 *   searches the workspace itself
 */
export const nodeFiles = (extension?: Pick<Connection, 'sendRequest'>): ComplianceFiles => ({
  repository,
  isForeign,
  stamp: stampOf,
  read: async (uri, folders) => {
    const path = pathOf(uri);
    if (path !== undefined) return readInside(path, rootsOf(folders));
    if (!extension) return null;
    type Answer = { content?: Uint8Array | string | null };
    return (await extension.sendRequest<Answer>(readFileMethod.method, { uri })).content;
  },
  readFolder: async (uri, folders) => {
    const path = pathOf(uri);
    if (path !== undefined) return readFolderInside(path, rootsOf(folders));
    if (!extension) return null;
    return (await extension.sendRequest<{ entries: FolderEntry[] | null }>(readFolderMethod.method, { uri })).entries;
  },
  ...(!extension && { list: listFolders }),
});
