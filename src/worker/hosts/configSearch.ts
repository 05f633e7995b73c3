/** What a machine with a disk tells the search for a configuration. */
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathOf } from './readInside';

const repositories = new Map<string, string>();

/** The folder with the repository that a folder is in, or the folder itself; URIs, as they are written: links are not followed. */
export function repository(folder: string): string {
  const known = repositories.get(folder) ?? findRepository(folder);
  repositories.set(folder, known);
  return known;
}

function findRepository(folder: string): string {
  for (let at = folder; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const path = pathOf(at);
    if (path === undefined || dirname(path) === path) return folder;
    if (existsSync(join(path, '.git'))) return at;
  }
}

/** Whether somebody else could have put the configuration there: neither the user, nor root, nor the owner of the file's folder. URIs. */
export function isForeign(config: string, uri: string, user: number | undefined = process.getuid?.()): boolean {
  const [configPath, path] = [pathOf(config), pathOf(uri)];
  if (user === undefined || configPath === undefined || path === undefined) return false;
  const owner = (at: string) => statSync(at, { throwIfNoEntry: false })?.uid;
  return ![user, 0, owner(dirname(path))].includes(owner(configPath));
}
