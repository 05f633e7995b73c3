/**
 * Files beside a document, as far as they belong to its workspace: a link must not lead a rule to
 * `/proc`, or into other people's folders.
 */
import { readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MAX_FILE_MB } from '../protocol/deploymentFiles';
import type { FolderEntry } from '../protocol/methods';
import { isInside } from './isInside';
import { lookAt } from './lookAt';
import { readRegularFile } from './readRegularFile';
import { stampAt } from './stampAt';

/** Folders of more entries hold data, and no deployment. */
const MAX_ENTRIES = 2000;

const MAX_FILE_BYTES = MAX_FILE_MB * 1024 * 1024;

/** The repository that the folder is in, or the folder itself; a real path. */
export const rootFolder = (folder: string): string => folderWithGit(real(folder) ?? folder);

/**
 * The nearest folder with a `.git`, from this one upwards as its path is written, or the folder
 * itself.
 */
export function folderWithGit(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (typeof lookAt(join(at, '.git')) === 'object') return at;
    if (dirname(at) === at) return folder;
  }
}

/**
 * `none`: there is no such file. `outside`: it is no regular file of a sensible size, or really
 * lies in none of the folders; whoever asks must not take that for an answer.
 */
function reach(path: string, roots: readonly string[]): 'inside' | 'outside' | 'none' {
  const stat = lookAt(path);
  if (stat === undefined) return 'none';
  const target = stat !== 'refused' && stat.isFile() && stat.size <= MAX_FILE_BYTES ? real(path) : undefined;
  return target !== undefined && roots.some((root) => isInside(root, target)) ? 'inside' : 'outside';
}

/** Null: there is no such file; undefined: it is not told. */
export function readInside(path: string, roots: readonly string[]): Uint8Array | null | undefined {
  const reached = reach(path, roots);
  if (reached !== 'inside') return reached === 'none' ? null : undefined;
  try {
    return readRegularFile(path, MAX_FILE_BYTES);
  } catch {
    return undefined;
  }
}

/**
 * In name order, links left out; null: there is no such folder, it is not told, or it holds more
 * than a person would put there.
 */
export function readFolderInside(path: string, roots: readonly string[]): FolderEntry[] | null {
  const target = real(path);
  if (target === undefined || !roots.some((root) => isInside(root, target))) return null;
  try {
    const entries = readdirSync(target, { withFileTypes: true });
    if (entries.length > MAX_ENTRIES) return null;
    return entries
      .flatMap((entry) =>
        entry.isFile() || entry.isDirectory() ? [{ name: entry.name, isFolder: entry.isDirectory() }] : [],
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
}

/** The stamp of what is at an address; undefined: there is none. */
export function stampOf(uri: string): string | undefined {
  const path = pathOf(uri);
  return path === undefined ? undefined : stampAt(path);
}

const known = new Map<string, string>();

/** The folders of these addresses, each with the repository that it is in. */
export function rootsOf(uris: readonly string[]): string[] {
  return uris.flatMap((uri) => {
    const folder = pathOf(uri);
    if (folder === undefined) return [];
    if (!known.has(folder)) known.set(folder, rootFolder(folder));
    return known.get(folder)!;
  });
}

/** Undefined for what is no file of this machine. */
export function pathOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined: nothing is there, or it cannot be reached. */
function real(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
