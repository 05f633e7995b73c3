/** Writes what a run did into the operation log; a log that cannot be written fails no command. */
import { resolve } from 'node:path';
import type { Dated } from '../audit/entry';
import { FOLDER_VARIABLE, logPlace } from '../audit/logPlace';
import { logWriter } from '../audit/logWriter';
import { operationLog } from '../audit/operationLog';
import { visiblePath } from '../worker/text/visible';
import { sayAudit } from './auditStrings';
import type { CliIo } from './io';
import { tell } from './tell';

const { folder, off, keepDays } = logPlace(process.env);
/** One for the whole run: it knows what its earlier parts could not write. */
const log = operationLog({
  folder: resolve(folder),
  writer: logWriter('cli', process.env),
  ...(keepDays !== undefined && { keepDays }),
});
let hasWarned = false;

export function recordOperations(noted: readonly Dated[], io: Pick<CliIo, 'stderr' | 'locale'>): void {
  if (off !== undefined) {
    log.turnOff(off);
    return;
  }
  const failure = log.append(noted);
  if (!failure || hasWarned) return;
  hasWarned = true;
  const data = { folder: visiblePath(folder), reason: failure.code, variable: FOLDER_VARIABLE };
  tell(io, sayAudit('notWritten', io.locale, data));
}
