/** The command behind edits of other files that are to hold at once: it saves them. */
import * as vscode from 'vscode';

/** Not in the palette; its argument is a URI. */
export const SAVE_FILE = 'qrCodeMaster.saveFile';

/** Answers which file it is. */
export async function saveFile(address: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.parse(address);
  await (await vscode.workspace.openTextDocument(uri)).save();
  return uri;
}
