/** Why a file could not be written, in the user's language, where that is known. */
import * as vscode from 'vscode';

/** Names of the system (errno, POSIX 2018) in what VS Code passes on. */
const FULL = /\b(ENOSPC|EDQUOT)\b/;
const LOCKED = /\b(EACCES|EPERM|EROFS)\b/;

/** The same error where nothing is known; else with a code for the logs, which take no sentences. */
export function writeFailure(error: unknown, target: vscode.Uri): unknown {
  const { message, code } = error as { message: string; code?: string };
  const name = vscode.workspace.asRelativePath(target);
  const because = (sentence: string, why: string) =>
    Object.assign(new Error(sentence, { cause: error }), { code: why });
  const full = FULL.exec(message)?.[0];
  if (full !== undefined) return because(vscode.l10n.t('{0} was not written: the disk is full', name), full);
  if (code === 'NoPermissions' || LOCKED.test(message))
    return because(vscode.l10n.t('{0} was not written: the file or its folder is read-only', name), 'NoPermissions');
  return error;
}
