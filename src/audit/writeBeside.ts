/** A file that is to take another one's place, as far as it can fail for want of room or rights. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** The calls that can fail for want of room; tests give their own. */
export const system = { writeFileSync, fsyncSync, renameSync };

/** A new name in the same folder; not of the file's own one, which may be as long as a name can be. */
export const besideOf = (path: string): string => join(dirname(path), `.qr-code-master-${randomUUID()}.tmp`);

/**
 * Makes a file that must not be there; of one that could not be written whole nothing is left.
 * @param fill writes into the open file
 * @param like gives it owner and permissions; else `mode`, as the user's mask leaves it
 * @throws what the system throws
 */
export function writeNew<T>(path: string, fill: (file: number) => T, like: Stats | undefined, mode = 0o666): T {
  const file = openSync(path, 'wx', like ? like.mode & 0o777 : mode);
  let filled: T;
  try {
    filled = fill(file);
    if (like) keepOwner(file, like);
    system.fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(path, { force: true });
    throw error;
  }
  closeSync(file);
  return filled;
}

/** The second half: nothing is left beside it when that fails. @throws what the system throws */
export function takePlace(beside: string, target: string): void {
  try {
    system.renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/**
 * The owner first: changing it takes set-user-id bits away. Only root may give a file to somebody
 * else.
 */
function keepOwner(file: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // It stays with whoever wrote it.
  }
  fchmodSync(file, mode & 0o7777);
}
