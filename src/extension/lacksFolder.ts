/** Says that a folder has to be open first, with the way to one. */
import * as vscode from 'vscode';

/** @returns whether one is missing: then it was said why there has to be one */
export function lacksFolder(why: string): boolean {
  if (vscode.workspace.workspaceFolders?.length) return false;
  const open = vscode.l10n.t('Open Folder…');
  void vscode.window
    .showInformationMessage(why, open)
    .then((choice) => choice === open && vscode.commands.executeCommand('vscode.openFolder'));
  return true;
}
