/**
 * Hears of deployment files that come, go and change, and of folders with such files, of which VS
 * Code tells nothing but the folder's name.
 */
import * as vscode from 'vscode';
import { watchedGlob } from '../../worker/protocol/deploymentFiles';

/**
 * @param found addresses of the deployment files as they were last found
 * @param later what is found or said of them may be another now
 */
export function watchDeployments(found: () => readonly string[], later: () => void): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher(watchedGlob());
  const all = vscode.workspace.createFileSystemWatcher('**/*');
  const went = (uri: vscode.Uri) => {
    const folder = `${uri}/`;
    if (found().some((each) => each.startsWith(folder))) later();
  };
  const came = async (uri: vscode.Uri) => {
    const { type } = await vscode.workspace.fs.stat(uri).then(
      (stat) => stat,
      () => ({ type: vscode.FileType.Unknown }), // gone again
    );
    if (type & vscode.FileType.Directory) later();
  };
  return vscode.Disposable.from(
    files,
    files.onDidChange(later),
    files.onDidCreate(later),
    files.onDidDelete(later),
    all,
    all.onDidDelete(went),
    all.onDidChange(went), // it went and came at once
    all.onDidCreate(came),
  );
}
