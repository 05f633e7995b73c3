/** Files of the log that have been kept long enough. */
import { join } from 'node:path';
import type { Entry } from './entry';
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
 * before the new month, not of the clock: one that was set wrong removes nothing.
 */
export function expiredFiles(
  folder: string,
  files: readonly LogFile[],
  { keepDays = DEFAULT_KEEP_DAYS, referenceMs }: { keepDays?: number; referenceMs: number },
  system: LogSystem,
): Expired[] {
  const limit = referenceMs - Math.max(MIN_KEEP_DAYS, keepDays) * DAY_MS;
  const expired: Expired[] = [];
  for (const { name } of files) {
    const { last } = readTail(join(folder, name), system);
    const entry = last && (JSON.parse(last.toString()) as Entry);
    if (!entry || !(Date.parse(entry.time) < limit)) break;
    expired.push({ file: name, seq: entry.seq, sha256: sha256Hex(last) });
  }
  return expired;
}
