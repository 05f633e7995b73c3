/** The files of a whole workspace, for a search that the server does itself. */
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Listed, Search } from '../service/workspaceTexts';
import { pathOf } from './readInside';
import { walkFolder } from './walkFolder';

/** More than a workspace has; a whole disk has more. */
const MAX_LOOKED_AT = 500_000;
/** Other requests are heard after so many files. */
const PORTION = 500;

/** As `ComplianceFiles.list` says. @param most files that are looked at */
export async function listFolders(
  folders: readonly string[],
  { wants, failed }: Search,
  most = MAX_LOOKED_AT,
): Promise<Listed> {
  const uris = new Set<string>();
  let seen = 0;
  const unreadable = (path: string, error: unknown) =>
    failed(path, (error as NodeJS.ErrnoException).code ?? String(error));
  for (const folder of folders.flatMap((uri) => pathOf(uri) ?? []))
    for (const path of walkFolder(folder, unreadable)) {
      if (++seen > most) return { uris: [...uris], isCut: true };
      const { href } = pathToFileURL(path);
      if (wants(href)) uris.add(href);
      if (seen % PORTION === 0) await setImmediate();
    }
  return { uris: [...uris], isCut: false };
}
