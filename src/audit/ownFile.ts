/**
 * Files of the log, opened as what they must be: regular, of the folder's owner, and reached by no
 * link. Root writes into folders whose owner may put anything in their place.
 */
import { constants } from 'node:fs';
import { join } from 'node:path';
import type { LogSystem } from './logSystem';

/** Nobody else reads or writes. */
const FILE_MODE = 0o600;
/** Windows knows neither. Opening a pipe must not wait for its other end. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;
const { O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_WRONLY } = constants;

const FLAGS = { read: O_RDONLY, append: O_WRONLY | O_APPEND, write: O_RDWR };

/**
 * Makes the file where it is missing, unless it is to be read; root leaves it to the folder's owner.
 * @throws what the system throws; an Error with code EFOREIGN for another user's file, or none
 */
export function openOwn(folder: string, name: string, use: keyof typeof FLAGS, system: LogSystem): number {
  const open = () =>
    owned(folder, name, system.openSync(join(folder, name), FLAGS[use] | O_NOFOLLOW | O_NONBLOCK), system);
  try {
    return open();
  } catch (error) {
    if (use === 'read' || codeOf(error) !== 'ENOENT') throw error;
  }
  try {
    return makeOwn(folder, name, system, FLAGS[use]);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return open();
  }
}

/** @throws what the system throws; EEXIST where there is one */
export function makeOwn(folder: string, name: string, system: LogSystem, flags = O_WRONLY): number {
  const file = system.openSync(join(folder, name), flags | O_CREAT | O_EXCL | O_NOFOLLOW, FILE_MODE);
  return closedOnError(file, system, () => giveAway(folder, file, system));
}

function owned(folder: string, name: string, file: number, system: LogSystem): number {
  return closedOnError(file, system, () => {
    const stat = system.fstatSync(file);
    const hasOwner = !process.getuid || stat.uid === system.lstatSync(folder).uid;
    if (stat.isFile() && hasOwner) return;
    // Root was killed before it could leave the new file to its owner.
    if (stat.isFile() && stat.size === 0 && stat.uid === 0) giveAway(folder, file, system);
    else throw Object.assign(new Error(`${name} in ${folder} is no file of this user`), { code: 'EFOREIGN' });
  });
}

function giveAway(folder: string, file: number, system: LogSystem): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = system.lstatSync(folder);
  if (uid !== 0) system.fchownSync(file, uid, gid);
}

function closedOnError(file: number, { closeSync }: LogSystem, work: () => void): number {
  try {
    work();
  } catch (error) {
    closeSync(file);
    throw error;
  }
  return file;
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
