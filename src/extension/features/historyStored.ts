/** Whether a history lies in the storage: asked at the start, so not read. */
import * as vscode from 'vscode';

/** Its file, and its name in a memento. */
export const HISTORY_FILE = 'codes.json';

export async function hasStored({ storageUri, workspaceState }: vscode.ExtensionContext): Promise<boolean> {
  if (!storageUri) return workspaceState.get(HISTORY_FILE) !== undefined;
  return vscode.workspace.fs.stat(vscode.Uri.joinPath(storageUri, HISTORY_FILE)).then(
    () => true,
    () => false,
  );
}
