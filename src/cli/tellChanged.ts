/** Whether files are still what a report says of them. */
import { sha256Hex } from '../audit/sha256Hex';
import { MAX_FILE_MB } from '../worker/protocol/deploymentFiles';
import { fault } from '../worker/protocol/errors';
import { type LintSession, leave } from './lintSession';
import { readInput } from './readInput';

/**
 * Names those that changed while others were judged: what is said of files together may hold for no
 * state that they were in.
 * @param judged the hash of each file's bytes by its path
 */
export function tellChanged(session: LintSession, judged: ReadonlyMap<string, string>): void {
  for (const [path, sha256] of judged)
    if (path !== '-' && hashNow(path) !== sha256) leave(session, path, fault('file-changed-meanwhile'));
}

function hashNow(path: string): string | undefined {
  try {
    return sha256Hex(readInput(path, MAX_FILE_MB));
  } catch {
    return undefined;
  }
}
