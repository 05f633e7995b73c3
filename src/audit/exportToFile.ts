/** The operation log as a file for another program. */
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type ExportWanted, exportLog } from './exportLog';
import { filesOfLog } from './filesOfLog';

type Exported = ReturnType<typeof exportLog>;

/**
 * Written beside and renamed, for it may take more room than there is: then what was there stays,
 * and nothing beside it. Devices and pipes are written as they are.
 * @throws what the system throws; ENOENT where there is no log
 */
export function exportToFile(
  folder: string,
  wanted: ExportWanted,
  path: string,
  write: (file: number, text: string) => void = writeFileSync,
): Exported {
  filesOfLog(folder);
  const before = statSync(path, { throwIfNoEntry: false });
  const writeInto = (file: number) => exportLog(folder, wanted, (text) => write(file, text));
  if (before && !before.isFile()) return closing(openSync(path, 'w'), writeInto);
  const target = before ? realpathSync(path) : path;
  const beside = join(dirname(target), `.${basename(target).slice(0, 100)}.${process.pid}.tmp`);
  const fresh = openSync(beside, 'wx');
  try {
    const exported = closing(fresh, (file) => {
      const written = writeInto(file);
      if (before) fchmodSync(file, before.mode & 0o777);
      fsyncSync(file);
      return written;
    });
    renameSync(beside, target);
    return exported;
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

function closing<T>(file: number, use: (file: number) => T): T {
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}
