/** Permissions of files of this machine: VS Code has no words for them. */
import { chmod, chown, stat } from 'node:fs/promises';
import type * as vscode from 'vscode';

/** Gives a file owner and permissions of another; files of other places are left as they are. */
export async function keepMode(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  if (from.scheme !== 'file') return;
  const { uid, gid, mode } = await stat(from.fsPath);
  // The owner first: changing it takes bits away. Only root may give a file to somebody else.
  await chown(to.fsPath, uid, gid).catch(() => {});
  await chmod(to.fsPath, mode & 0o7777);
}
