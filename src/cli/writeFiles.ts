/** Several files below one folder, all of them or, but for a rename that fails, none. */
import { mkdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isInside } from '../worker/hosts/isInside';
import { fault } from '../worker/protocol/errors';
import type { ScaffoldFile } from '../worker/protocol/scaffold';
import { createFile, prepareReplacement, statOf } from './replaceFile';

/** Paths of those that are there, a link that leads nowhere among them. */
export const existingOf = (folder: string, files: readonly ScaffoldFile[]): ReadonlySet<string> =>
  new Set(files.flatMap(({ path }) => (statOf(join(folder, path)) ? [path] : [])));

/**
 * Makes them with the folders that they need; none may be there. When one fails, those before it are
 * removed again, and the folders that were made for them.
 * @returns removes them
 * @throws fault file-unwritable, link-outside
 */
export function writeFiles(folder: string, files: readonly ScaffoldFile[]): () => void {
  const made: string[] = [];
  const folders: string[] = [];
  const remove = () => {
    for (const file of made) rmSync(file, { force: true });
    for (const each of folders.reverse()) removeEmpty(each);
  };
  try {
    for (const { path, text, isProgram } of files) {
      const file = join(folder, path);
      makeFolder(dirname(file), folder, folders);
      createFile(file, text, isProgram ? 0o777 : 0o666);
      made.push(file);
    }
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}

/**
 * The same, where some are there already and are replaced: last of all, when nothing is left to do
 * but to rename. Should even that fail, those that were replaced before stay so, and nothing else is
 * left.
 * @throws fault file-unwritable, link-outside
 */
export function replaceFiles(folder: string, files: readonly ScaffoldFile[]): void {
  const existing = existingOf(folder, files);
  const prepared: ReturnType<typeof prepareReplacement>[] = [];
  let remove = () => {};
  try {
    for (const { path, text } of files)
      if (existing.has(path)) prepared.push(prepareReplacement(join(folder, path), text));
    remove = writeFiles(
      folder,
      files.filter(({ path }) => !existing.has(path)),
    );
    for (const { commit } of prepared) commit();
  } catch (error) {
    for (const { cancel } of prepared) cancel();
    remove();
    throw error;
  }
}

/**
 * Nothing is made behind a link that leads out.
 * @param made takes the folders that were not there
 */
function makeFolder(path: string, folder: string, made: string[]): void {
  try {
    makeMissing(folder, made);
    let there = path;
    while (!statOf(there)) there = dirname(there);
    if (!isInside(realpathSync(folder), realpathSync(there))) throw fault('link-outside', { file: there, folder });
    makeMissing(path, made);
  } catch (error) {
    if ('data' in (error as object)) throw error;
    throw fault('file-unwritable', { file: path, reason: (error as Error).message });
  }
}

/** One after the other: an error is that of the folder that failed, and those before it are known. */
function makeMissing(path: string, made: string[]): void {
  const missing: string[] = [];
  for (let at = resolve(path); !statOf(at) && at !== dirname(at); at = dirname(at)) missing.push(at);
  for (const each of missing.reverse()) {
    mkdirSync(each);
    made.push(each);
  }
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody has put something into it.
  }
}
