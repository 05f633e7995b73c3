/** The folders of the workspace; where none is open, it is said that there has to be one, with the way to it. */
import * as vscode from 'vscode';

/** @param why what a folder is needed for, told where none is open: then undefined */
export function openFolders(why: string): readonly [vscode.WorkspaceFolder, ...vscode.WorkspaceFolder[]] | undefined {
  const [first, ...others] = vscode.workspace.workspaceFolders ?? [];
  if (first) return [first, ...others];
  const open = vscode.l10n.t('Open Folder…');
  void vscode.window
    .showInformationMessage(why, open)
    .then((choice) => choice === open && vscode.commands.executeCommand('vscode.openFolder'));
  return undefined;
}
