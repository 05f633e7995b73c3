/** From the paths of the command line to the pictures to read. */
import { type Dirent, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { walkFolder } from '../worker/hosts/walkFolder';
import { fault } from '../worker/protocol/errors';
import { isPictureName } from '../worker/protocol/pictureFiles';
import { isFolderAt } from './isFolderAt';
import { readInput } from './readInput';

/** The largest picture that is decoded, uncompressed, and its head. */
const MAX_PICTURE_MB = 512;

export interface ListedPicture {
  path: string;
  /** @throws fault file-unreadable, file-not-regular, file-too-large, folder-unreadable */
  load(): Promise<Uint8Array>;
}

export interface PictureSearch {
  /** Also into the folders inside a folder. */
  recursive: boolean;
  /** Whether git ignores a file below a folder; asked for each picture that a search finds. */
  isIgnored(path: string, folder: string): boolean;
  stdin(): Promise<Uint8Array>;
}

export const pictureAt = (path: string): ListedPicture => ({
  path,
  load: async () => readInput(path, MAX_PICTURE_MB),
});

const unreadable = (error: unknown) =>
  fault('folder-unreadable', { reason: (error as NodeJS.ErrnoException).code ?? String(error) });

/**
 * A file is taken whatever its name; a folder gives its files with the name of a picture, in name
 * order: as the linter searches, links are not followed, and what git ignores and the folders of
 * other people's files are left out. A path that cannot be read stays in the list and fails when
 * loaded.
 */
export function listPictures(paths: string[], search: PictureSearch): ListedPicture[] {
  const listed: ListedPicture[] = [];
  for (const path of paths) {
    if (path === '-') listed.push({ path, load: search.stdin });
    else if (isFolderAt(path)) for (const picture of picturesIn(path, search)) listed.push(picture);
    else listed.push(pictureAt(path));
  }
  return listed;
}

function* picturesIn(folder: string, { recursive, isIgnored }: PictureSearch): Generator<ListedPicture> {
  const failed: ListedPicture[] = [];
  const fail = (path: string, error: unknown) =>
    void failed.push({ path, load: () => Promise.reject(unreadable(error)) });
  for (const path of recursive ? walkFolder(folder, fail) : filesOf(folder, fail))
    if (isPictureName(path) && !isIgnored(resolve(path), resolve(folder))) yield pictureAt(path);
  yield* failed;
}

function filesOf(folder: string, failed: (folder: string, error: unknown) => void): string[] {
  let entries: Dirent[] = [];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    failed(folder, error);
  }
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  return names.sort().map((name) => join(folder, name));
}
