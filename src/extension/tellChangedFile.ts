/** Says which files of the extension are not those that were shipped, and what to do. */
import * as vscode from 'vscode';
import type { ChangedFile } from '../worker/protocol/changedFile';

/** A message has room for so many. */
const MAX_NAMED = 3;

export const tellChangedFile = ({ data: { file } }: ChangedFile): undefined => tellChangedFiles([file]);

/** @param files paths, at least one */
export function tellChangedFiles(files: readonly string[]): undefined {
  const named = files.slice(0, MAX_NAMED).join(', ');
  const rest = files.length - MAX_NAMED;
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      'QR Code Master: missing or not as shipped, so nothing of it is run: {0}. Install the extension again from a package that you have checked: qr-code-master verify PACKAGE.',
      rest > 0 ? vscode.l10n.t('{0} and {1} more', named, rest) : named,
    ),
  );
  return undefined;
}
