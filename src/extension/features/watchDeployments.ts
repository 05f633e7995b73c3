/** Hears of deployment files that come, go and change, and of folders with such files. */
import * as vscode from 'vscode';
import { watchedGlob } from '../../worker/protocol/deploymentFiles';
import { folderEvents } from '../folderEvents';

/**
 * @param found addresses of the deployment files as they were last found
 * @param later what is found or said of them may be another now
 */
export function watchDeployments(found: () => readonly string[], later: () => void): vscode.Disposable {
  const files = vscode.workspace.createFileSystemWatcher(watchedGlob());
  const folders = folderEvents({
    went(uri) {
      const folder = `${uri}/`;
      if (found().some((each) => each.startsWith(folder))) later();
    },
    async came(uri) {
      const { type } = await vscode.workspace.fs.stat(uri).then(
        (stat) => stat,
        () => ({ type: vscode.FileType.Unknown }), // gone again
      );
      if (type & vscode.FileType.Directory) later();
    },
  });
  return vscode.Disposable.from(
    files,
    files.onDidChange(later),
    files.onDidCreate(later),
    files.onDidDelete(later),
    folders,
  );
}
