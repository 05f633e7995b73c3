/** Says which file of the extension is not the one that was shipped, and what to do. */
import * as vscode from 'vscode';
import type { ChangedFile } from '../worker/protocol/changedFile';

export function tellChangedFile({ data: { file } }: ChangedFile): undefined {
  void vscode.window.showErrorMessage(
    vscode.l10n.t(
      'QR Code Master stopped: its file {0} is missing or is not as it was shipped, so nothing of it was run. Install the extension again from a package that you have checked: qr-code-master verify PACKAGE.',
      file,
    ),
  );
  return undefined;
}
