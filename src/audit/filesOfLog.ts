/** The files of a log that is there. */
import { type LogFile, logFiles } from './logFolder';
import { nodeSystem } from './logSystem';

/** @throws what the system throws; an Error with code ENOENT where there is no log */
export function filesOfLog(folder: string): LogFile[] {
  const files = logFiles(folder, nodeSystem);
  if (files.length === 0) throw Object.assign(new Error(`there is no log in ${folder}`), { code: 'ENOENT' });
  return files;
}
