/**
 * Folders that come, go, or are others now: VS Code tells of them by their name, and nothing of what
 * lies in them.
 */
import * as vscode from 'vscode';
import { SKIPPED_FOLDERS } from '../worker/protocol/deploymentFiles';

/**
 * Names that are hardly those of folders (`conf.d` and `v1.2` are): whoever writes ten thousand
 * pictures has none of them looked at.
 */
const FILE = /[^/]\.(?!d$)[a-z]\w*$/i;
const isSkipped = (path: string) => path.split('/').some((part) => SKIPPED_FOLDERS.includes(part));

export interface FolderListener {
  came(uri: vscode.Uri): unknown;
  /** Also where it came again at once. */
  went(uri: vscode.Uri): unknown;
}

/** What is told may be a file without an ending, too. */
export function folderEvents({ came, went }: FolderListener): vscode.Disposable {
  const watcher = vscode.workspace.createFileSystemWatcher('**/*');
  const ofFolder = (listener: (uri: vscode.Uri) => unknown) => (uri: vscode.Uri) =>
    FILE.test(uri.path) || isSkipped(uri.path) ? undefined : listener(uri);
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate(ofFolder(came)),
    watcher.onDidChange(ofFolder(went)),
    watcher.onDidDelete(ofFolder(went)),
  );
}
