/** A folder of the workspace in which files may be made, or what to do to have one. */
import * as vscode from 'vscode';
import { lacksTrust } from '../lacksTrust';
import { openFolders } from '../openFolders';

/** Undefined: there is none, which was told, or the user chose none. */
export async function writableFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = openFolders(vscode.l10n.t('Open a folder first: the files of the deployment are created in it.'));
  if (!folders) return undefined;
  if (lacksTrust(vscode.l10n.t('This workspace is not trusted, so no files are created in it.'))) return undefined;
  const folder = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
  if (folder && vscode.workspace.fs.isWritableFileSystem(folder.uri.scheme) === false) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('The folder {0} is read-only, so no files are created in it.', folder.name),
    );
    return undefined;
  }
  return folder;
}
