/** Says that a workspace has to be trusted first, with the way to it. */
import * as vscode from 'vscode';

/** @returns whether it is not: then it was said what is not done in it */
export function lacksTrust(what: string): boolean {
  if (vscode.workspace.isTrusted) return false;
  const manage = vscode.l10n.t('Manage Workspace Trust');
  void vscode.window
    .showWarningMessage(what, manage)
    .then((choice) => choice === manage && vscode.commands.executeCommand('workbench.trust.manage'));
  return true;
}
