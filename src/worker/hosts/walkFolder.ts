/** The files below a folder, as every host with a disk looks for deployment files. */
import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SKIPPED_FOLDERS } from '../protocol/deploymentFiles';
import { lookAt } from './lookAt';

/**
 * Paths in name order, links not followed, folders of other people's files left out. Pipes, sockets
 * and devices are among them, and links to such: whoever reads one is told that it is no file.
 * @param failed told of each folder that cannot be read; the others are walked all the same
 */
export function* walkFolder(folder: string, failed: (folder: string, error: unknown) => void): Generator<string> {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    failed(folder, error);
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !SKIPPED_FOLDERS.includes(entry.name)) yield* walkFolder(path, failed);
    else if (entry.isFile() || isNoFile(entry, path)) yield path;
  }
}

/** Neither a file nor a folder, but there. */
function isNoFile(entry: Dirent, path: string): boolean {
  if (entry.isFile() || entry.isDirectory()) return false;
  const target = lookAt(path);
  return typeof target === 'object' && !target.isFile() && !target.isDirectory();
}
