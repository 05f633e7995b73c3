/** The entries of a log one after the other, in memory that does not grow with it. */
import { join } from 'node:path';
import type { Entry } from './entry';
import { entryIn } from './entryIn';
import { logFiles } from './logFolder';
import { nodeSystem } from './logSystem';
import { readLines } from './readLines';

/**
 * Undefined for a line that is none.
 * @throws what the system throws; ENOENT where there is no log
 */
export function* readEntries(folder: string): Generator<{ entry: Entry; line: string } | undefined> {
  const files = logFiles(folder, nodeSystem);
  if (files.length === 0) throw Object.assign(new Error(`there is no log in ${folder}`), { code: 'ENOENT' });
  for (const { name } of files) {
    for (const { bytes, isTooLong } of readLines(join(folder, name))) {
      const entry = isTooLong ? undefined : entryIn(bytes);
      yield entry && { entry, line: bytes.toString() };
    }
  }
}
