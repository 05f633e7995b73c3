/** Writes files whole or not at all. */
import { lstatSync, realpathSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { besideOf, system, takePlace, writeNew } from '../audit/writeBeside';
import { isInside } from '../worker/hosts/isInside';
import { fault } from '../worker/protocol/errors';

/**
 * Written beside and renamed, with the permissions of the file before: a failure leaves what was
 * there, and nothing beside it. A link is written through when it leads into one of the folders;
 * devices and pipes are written as they are.
 * @throws fault file-unwritable, link-outside
 */
export const replaceFile = (path: string, data: Uint8Array | string, folders?: readonly string[]): void =>
  prepareReplacement(path, data, folders).commit();

/** What is written beside a file, to take its place. */
interface Replacement {
  /** @throws fault file-unwritable, with nothing left beside it */
  commit(): void;
  /** Nothing is left of it. */
  cancel(): void;
}

/**
 * The first half of `replaceFile`, to replace several files or none: what can fail for want of room
 * or rights has happened before the first one is replaced.
 * @throws fault file-unwritable, link-outside
 */
export function prepareReplacement(
  path: string,
  data: Uint8Array | string,
  folders: readonly string[] = [dirname(path)],
): Replacement {
  const target = realTarget(path, folders);
  return guarded(path, () => {
    const before = statSync(target, { throwIfNoEntry: false });
    if (before?.isDirectory()) throw new Error('EISDIR');
    if (before && !before.isFile())
      return { commit: () => guarded(path, () => writeFileSync(target, data)), cancel() {} };
    const beside = besideOf(target);
    writeNew(beside, (file) => system.writeFileSync(file, data), before);
    return {
      commit: () => guarded(path, () => takePlace(beside, target)),
      cancel: () => rmSync(beside, { force: true }),
    };
  });
}

/**
 * Makes a file that must not be there, not even as a link that leads nowhere; what is written in
 * part is removed again.
 * @param mode what the user's mask takes from stays away
 * @throws fault file-unwritable
 */
export const createFile = (path: string, data: Uint8Array | string, mode = 0o666): void =>
  guarded(path, () => writeNew(path, (file) => system.writeFileSync(file, data), undefined, mode));

/** Of the file or link itself; undefined where there is none. */
export function statOf(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** The file itself where the path is a link. */
function realTarget(path: string, folders: readonly string[]): string {
  if (!statOf(path)?.isSymbolicLink() || isDevice(path)) return path;
  const real = existing(path);
  if (real !== undefined && folders.some((folder) => isInside(realpathSync(folder), real))) return real;
  throw fault('link-outside', { file: path, folder: folders.join(', ') });
}

/** Undefined for a link that leads nowhere. */
function existing(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** `/dev/stdout` is a link to wherever the shell sends it. */
const isDevice = (path: string): boolean => /^\/(?:dev|proc)\//.test(resolve(path));

function guarded<T>(file: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw fault('file-unwritable', { file, reason: (error as Error).message });
  }
}
