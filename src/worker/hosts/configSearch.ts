/** What a machine with a disk tells the search for a configuration. */
import { dirname, relative, sep } from 'node:path';
import { lookAt } from './lookAt';
import { folderWithGit, pathOf } from './readInside';

const repositories = new Map<string, string>();

/**
 * The folder with the repository that a folder is in, or the folder itself; URIs, as they are
 * written: links are not followed.
 */
export function repository(folder: string): string {
  const known = repositories.get(folder) ?? findRepository(folder);
  repositories.set(folder, known);
  return known;
}

function findRepository(folder: string): string {
  const path = pathOf(folder);
  if (path === undefined) return folder;
  // The address keeps its spelling: there are several of one path.
  const above = relative(folderWithGit(path), path).split(sep).filter(Boolean).length;
  return folder
    .split('/')
    .slice(0, above ? -above : undefined)
    .join('/');
}

/**
 * Whether somebody else could have put the configuration there: neither the user, nor root, nor the
 * owner of the file's folder. URIs.
 */
export function isForeign(config: string, uri: string, user: number | undefined = process.getuid?.()): boolean {
  const [configPath, path] = [pathOf(config), pathOf(uri)];
  if (user === undefined || configPath === undefined || path === undefined) return false;
  const owner = (at: string) => {
    const stat = lookAt(at);
    return typeof stat === 'object' ? stat.uid : undefined;
  };
  return ![user, 0, owner(dirname(path))].includes(owner(configPath));
}
