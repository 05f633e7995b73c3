/** From the paths of the command line to the pictures to read. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fault } from '../worker/protocol/errors';
import { isPictureName } from '../worker/protocol/pictureFiles';
import { readInput } from './readInput';

/** The largest picture that is decoded, uncompressed, and its head. */
const MAX_PICTURE_MB = 512;

export interface ListedPicture {
  path: string;
  /** @throws fault file-unreadable, file-not-regular, file-too-large, folder-unreadable */
  load(): Promise<Uint8Array>;
}

const unreadable = (error: unknown) =>
  fault('folder-unreadable', { reason: (error as NodeJS.ErrnoException).code ?? String(error) });

/**
 * A file is taken whatever its name; a folder gives its files with the name of a picture, in name
 * order, with `recursive` also those of the folders inside it. Links inside a folder are not
 * followed. A path that cannot be read stays in the list and fails when loaded.
 */
export function listPictures(paths: string[], recursive: boolean, stdin: () => Promise<Uint8Array>): ListedPicture[] {
  const listed: ListedPicture[] = [];
  for (const path of paths) {
    if (path === '-') listed.push({ path, load: stdin });
    else if (isFolder(path)) listed.push(...picturesIn(path, recursive));
    else listed.push(fileAt(path));
  }
  return listed;
}

const fileAt = (path: string): ListedPicture => ({
  path,
  load: async () => readInput(path, MAX_PICTURE_MB),
});

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function picturesIn(folder: string, recursive: boolean): ListedPicture[] {
  const listed: ListedPicture[] = [];
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    return [{ path: folder, load: () => Promise.reject(unreadable(error)) }];
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isFile() && isPictureName(entry.name)) listed.push(fileAt(join(folder, entry.name)));
    else if (entry.isDirectory() && recursive) listed.push(...picturesIn(join(folder, entry.name), true));
  }
  return listed;
}
