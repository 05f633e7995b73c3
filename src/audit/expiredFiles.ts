/** Files of the log that have been kept long enough. */
import type { Entry } from './entry';
import { entryIn } from './entryIn';
import type { LogFile } from './logFolder';
import type { LogSystem } from './logSystem';
import { readTail } from './logTail';
import { sha256Hex } from './sha256Hex';

/** Six months, as GB/T 22239 asks, whichever six. */
const MIN_KEEP_DAYS = 184;
const DEFAULT_KEEP_DAYS = 366;
const DAY_MS = 86_400_000;

export interface Expired {
  file: string;
  /** Of its last line. */
  seq: number;
  sha256: string;
}

/**
 * The oldest files whose last line is too old. `referenceMs` is the time of the log's last line
 * before the new month, not of the clock; and none when nothing was written for that long before
 * the newest month, which is how a clock that was set wrong looks.
 */
export function expiredFiles(
  folder: string,
  files: readonly LogFile[],
  { keepDays = DEFAULT_KEEP_DAYS, referenceMs }: { keepDays?: number; referenceMs: number },
  system: LogSystem,
): Expired[] {
  const limit = referenceMs - Math.max(MIN_KEEP_DAYS, keepDays) * DAY_MS;
  const lastOf = ({ name }: LogFile): { line: Buffer; entry: Entry } | undefined => {
    const { last } = readTail(folder, name, system);
    const entry = last && entryIn(last);
    return last && entry && { line: last, entry };
  };
  const isOld = ({ entry }: { entry: Entry }) => Date.parse(entry.time) < limit;
  const before = files.findLast(({ month }) => month !== files.at(-1)?.month);
  const lastBefore = before && lastOf(before);
  if (!lastBefore || isOld(lastBefore)) return [];
  const expired: Expired[] = [];
  for (const file of files) {
    const last = lastOf(file);
    // What cannot be read has no age; what follows it stays with it.
    if (!last || !isOld(last)) break;
    expired.push({ file: file.name, seq: last.entry.seq, sha256: sha256Hex(last.line) });
  }
  return expired;
}
