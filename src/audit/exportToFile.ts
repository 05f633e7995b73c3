/** The operation log as a file for another program. */
import { closeSync, openSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { type ExportWanted, exportLog } from './exportLog';
import { filesOfLog } from './filesOfLog';
import { besideOf, takePlace, writeNew } from './writeBeside';

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
  if (before && !before.isFile()) {
    const device = openSync(path, 'w');
    try {
      return writeInto(device);
    } finally {
      closeSync(device);
    }
  }
  const target = before ? realpathSync(path) : path;
  const beside = besideOf(target);
  const exported = writeNew(beside, writeInto, before);
  takePlace(beside, target);
  return exported;
}
