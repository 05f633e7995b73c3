/**
 * Looks at all files of the installed extension, those included that VS Code itself reads: texts,
 * schemas, pictures, its package.json. What is run is looked at once more where it is loaded.
 */
import * as vscode from 'vscode';
import { packageSums } from '../worker/hosts/shipped/packageSums';
import { formsOf } from '../worker/protocol/formsOf';
import { sha256Hex } from '../worker/text/sha256Hex';
import { tellChangedFiles } from './tellChangedFile';

/** Tells which files are not those that were shipped; answers whether there are any. */
export async function installCheck(extensionUri: vscode.Uri): Promise<boolean> {
  const changed: string[] = [];
  for (const [name, sum] of packageSums) {
    const uri = vscode.Uri.joinPath(extensionUri, name);
    if (!(await isShipped(uri, name, sum))) changed.push(uri.fsPath);
  }
  if (changed.length > 0) tellChangedFiles(changed);
  return changed.length > 0;
}

async function isShipped(uri: vscode.Uri, name: string, sum: string): Promise<boolean> {
  try {
    for (const form of formsOf(name, await vscode.workspace.fs.readFile(uri)))
      if ((await sha256Hex(form)) === sum) return true;
    return false;
  } catch {
    return false;
  }
}
