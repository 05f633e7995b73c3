/** The entries of a log one after the other, in memory that does not grow with it. */
import { join } from 'node:path';
import type { Entry } from './entry';
import { entryIn } from './entryIn';
import { filesOfLog } from './filesOfLog';
import { readLines } from './readLines';

/**
 * Undefined for a line that is none.
 * @param alive called now and then
 * @throws what the system throws; ENOENT where there is no log
 */
export function* readEntries(
  folder: string,
  alive?: () => void,
): Generator<{ entry: Entry; line: string } | undefined> {
  for (const { name } of filesOfLog(folder)) {
    for (const { bytes, isTooLong } of readLines(join(folder, name), alive)) {
      const entry = isTooLong ? undefined : entryIn(bytes);
      yield entry && { entry, line: bytes.toString() };
    }
  }
}
