/** From the paths of the command line to the pictures to read. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fault } from '../worker/protocol/errors';
import { typeOfName } from '../worker/qr/read';
import { readInput } from './readInput';

/** The largest picture that is decoded, uncompressed, and its head. */
const MAX_PICTURE_MB = 512;

export interface ListedPicture {
  path: string;
  /** @throws fault file-unreadable, file-not-regular, file-too-large, folder-unreadable */
  load(): Promise<Uint8Array>;
}

const unreadable = (error: unknown) => fault('folder-unreadable', { reason: (error as NodeJS.ErrnoException).code ?? String(error) });

/**
 * A file is taken whatever its name; a folder gives its files with the name of a picture, in name order, with `recursive` also those of
 * the folders inside it. Links inside a folder are not followed. A path that cannot be read stays in the list and fails when loaded.
 */
export async function listPictures(paths: string[], recursive: boolean, stdin: () => Promise<Uint8Array>): Promise<ListedPicture[]> {
  const listed: ListedPicture[] = [];
  for (const path of paths) {
    if (path === '-') listed.push({ path, load: stdin });
    else if (await isFolder(path)) listed.push(...(await picturesIn(path, recursive)));
    else listed.push(fileAt(path));
  }
  return listed;
}

const fileAt = (path: string): ListedPicture => ({
  path,
  load: async () => readInput(path, MAX_PICTURE_MB),
});

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function picturesIn(folder: string, recursive: boolean): Promise<ListedPicture[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => [{ name: '', error: unreadable(error) }] as const);
  const listed: ListedPicture[] = [];
  for (const entry of [...entries].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if ('error' in entry) listed.push({ path: folder, load: () => Promise.reject(entry.error) });
    else if (entry.isFile() && (typeOfName(entry.name) || /\.ico$/i.test(entry.name))) listed.push(fileAt(join(folder, entry.name)));
    else if (entry.isDirectory() && recursive) listed.push(...(await picturesIn(join(folder, entry.name), true)));
  }
  return listed;
}
