/** The operation log as a file for another program. */
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { type ExportWanted, exportLog } from './exportLog';
import { filesOfLog } from './filesOfLog';

/**
 * What is there is overwritten.
 * @throws what the system throws; ENOENT where there is no log
 */
export function exportToFile(folder: string, wanted: ExportWanted, path: string): { entries: number; skipped: number } {
  filesOfLog(folder);
  const file = openSync(path, 'w');
  try {
    return exportLog(folder, wanted, (text) => writeFileSync(file, text));
  } finally {
    closeSync(file);
  }
}
